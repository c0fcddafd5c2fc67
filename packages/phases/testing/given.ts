import type { Board } from '@rondo/meeting';
import type { RespondSettings } from '../respond/domain/index.ts';
import type { Done } from './free-play.ts';

interface Sheet {
  drafts: Map<string, string>;
  given: Map<string, string>;
}

/** What people have given as answers and written as updates, kept from what was carried out. */
export class Given {
  readonly #sheets = new Map<string, Sheet>();
  readonly #updates = new Map<string, string>();
  /** Anonymous answers of a sitting whose hands are burnt: nobody can change them any more. */
  readonly #forGood: string[] = [];

  note({ who, phase, kind, name, args }: Done, board: Board): void {
    if (name === 'reopenMeeting') this.#burn(board);
    const key = `${phase} ${who}`;
    const { text, prompt } = args as { text?: string | null; prompt?: string };
    if (kind === 'updates' && name === 'writeUpdate') {
      if (text) this.#updates.set(key, text.trim());
      else this.#updates.delete(key);
    }
    if (kind !== 'respond') return;
    const sheet = this.#sheets.get(key) ?? { drafts: new Map(), given: new Map() };
    this.#sheets.set(key, sheet);
    if (name === 'write') sheet.drafts.set(prompt ?? '', (text ?? '').trim());
    if (name === 'give') {
      for (const [id, draft] of sheet.drafts) {
        if (draft === '') sheet.given.delete(id);
        else sheet.given.set(id, draft);
      }
      sheet.drafts.clear();
    }
    if (name === 'takeBack') {
      // What was being written meanwhile is newer.
      sheet.drafts = new Map([...sheet.given, ...sheet.drafts]);
      sheet.given.clear();
    }
  }

  /** All that must be found in the outcome. */
  texts(): string[] {
    const given = [...this.#sheets.values()].flatMap((sheet) => [...sheet.given.values()]);
    return [...given, ...this.#updates.values(), ...this.#forGood];
  }

  #burn({ phases }: Board): void {
    for (const [key, sheet] of this.#sheets) {
      sheet.drafts.clear();
      const phase = Object.entries(phases).find(([id]) => key.startsWith(`${id} `))?.[1];
      // Sheets are kept of this kind only.
      if (!(phase?.settings as RespondSettings | undefined)?.anonymous) continue;
      this.#forGood.push(...sheet.given.values());
      sheet.given.clear();
    }
  }
}
