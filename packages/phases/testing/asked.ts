import type { Board, PhaseId } from '@rondo/meeting';
import type { PollState } from '../poll/domain/index.ts';
import type { Done } from './free-play.ts';

/** What people have put up to be chosen from or ranked, and what was decided, kept from what was carried out. */
export class Asked {
  /** By phase, then by what it is. */
  readonly #texts = new Map<PhaseId, Map<string, string>>();

  note({ phase, kind, name, args }: Done): void {
    if (phase === null || (kind !== 'poll' && kind !== 'rank')) return;
    const { id = name, text = '' } = args as { id?: string; text?: string };
    const texts = this.#texts.get(phase) ?? new Map<string, string>();
    this.#texts.set(phase, texts);
    if (name === 'addOption' || name === 'addItem' || name === 'setDecision')
      texts.set(id, text.trim());
    if (name === 'removeOption' || name === 'removeItem') texts.delete(id);
  }

  /** All that must be found in the outcome. */
  texts({ phases }: Board): string[] {
    const put = [...this.#texts].flatMap(([id, texts]) =>
      phases[id]?.begun ? [...texts.values()] : [],
    );
    return [...put, ...Object.values(phases).flatMap(({ kind, state }) => reasonsIn(kind, state))];
  }
}

/** Reasons that lie open, of every round. */
function reasonsIn(kind: string, state: object): string[] {
  if (kind !== 'poll') return [];
  // The phase is of that kind, so its state is too.
  const { past, result } = state as PollState;
  const shown = [...past.map((each) => each.result), ...(result ? [result] : [])];
  return shown.flatMap(({ reasons }) => reasons.map(({ text }) => text));
}
