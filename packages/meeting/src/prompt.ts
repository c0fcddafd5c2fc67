import * as z from 'zod/mini';
import type { Board, Card, LocalText } from './document.ts';
import type { PhaseId } from './ids.ts';
import { localText } from './text.ts';

/** The colours a prompt may have; `packages/design` has the tokens. */
export const HUES = ['moss', 'clay', 'sky', 'amber', 'plum', 'teal', 'rose', 'slate'] as const;
export type Hue = (typeof HUES)[number];

/** One question that people answer with cards; a column of the board. */
export interface Prompt {
  id: string;
  title: LocalText;
  hint?: LocalText | undefined;
  hue: Hue;
}

export const promptSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,29}$/)),
  title: localText(100),
  hint: z.optional(localText(256)),
  hue: z.enum(HUES),
});

/** The prompts of a phase whose settings have a list of that name, else none. */
export function promptsOf(board: Board, phase: PhaseId): readonly Prompt[] {
  // By convention `prompts` in any kind's settings is made of `promptSchema`.
  const settings: { prompts?: readonly Prompt[] } | undefined = board.phases[phase]?.settings;
  return settings?.prompts ?? [];
}

/** The prompt that a card answers. */
export const promptOf = (board: Board, card: Card): Prompt | undefined =>
  promptsOf(board, card.phase).find((prompt) => prompt.id === card.prompt);
