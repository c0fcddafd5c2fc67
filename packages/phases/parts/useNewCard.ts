import { visibleLength } from '@rondo/design';
import { newId } from '@rondo/live/react';
import type { CardId, GroupId, PhaseId, Prompt } from '@rondo/meeting';
import { useRef, type RefObject } from 'react';
import { useDraft } from './useDraft.ts';
import { useTyping } from './useTyping.ts';

export interface NewCard {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  /** For which it is; undefined: there is none to choose. */
  readonly prompt: Prompt | undefined;
  readonly limit: number;
  readonly canAdd: boolean;
  readonly type: (text: string) => void;
  readonly choose: (prompt: string) => void;
  /** The field is left. */
  readonly leave: () => void;
  readonly add: () => void;
}

interface Wanted {
  readonly prompts: readonly Prompt[];
  /** The longest card, in visible characters. */
  readonly limit: number;
  /** @returns whether it was taken, else its words come back */
  readonly put: (
    card: { id: CardId; group: GroupId; prompt: string; text: string },
    to: Prompt,
  ) => Promise<boolean>;
}

/** The next card: its words, kept on this device, and the prompt it is for. Others learn that I write. */
export function useNewCard(phase: PhaseId, { prompts, limit, put }: Wanted): NewCard {
  const typing = useTyping(phase);
  const { text, write, giveBack } = useDraft(phase, 'card');
  const chosen = useDraft(phase, 'prompt');
  const field = useRef<HTMLTextAreaElement>(null);
  const prompt = prompts.find(({ id }) => id === chosen.text) ?? prompts[0];
  const ready = text.trim();
  const canAdd = ready !== '' && visibleLength(ready) <= limit;

  async function add(): Promise<void> {
    field.current?.focus();
    if (!canAdd || !prompt) return;
    write('');
    typing(null);
    const ids = { id: newId<'card'>(), group: newId<'group'>() };
    if (!(await put({ ...ids, prompt: prompt.id, text: ready }, prompt))) giveBack(ready);
  }

  return {
    field,
    text,
    prompt,
    limit,
    canAdd,
    type(next) {
      write(next);
      typing(next.trim() === '' ? null : (prompt?.id ?? null));
    },
    choose(id) {
      chosen.write(id);
      if (ready !== '') typing(id);
    },
    leave: () => typing(null),
    add: () => void add(),
  };
}
