import type { Entry } from '../../room/index.ts';
import type { Chance } from '../chance.ts';
import type { Evidence, Heard } from '../simulation/evidence.ts';

/** One lie about a run. Null: this run leaves no room for it. */
export interface Mutant {
  readonly name: string;
  readonly of: (evidence: Evidence, chance: Chance) => Evidence | null;
}

type Change = <T>(list: readonly T[], at: number) => T[];

const drop: Change = (list, at) => list.filter((_, index) => index !== at);

const double: Change = (list, at) =>
  list.flatMap((item, index) => (index === at ? [item, item] : [item]));

const swap: Change = (list, at) => {
  const copy = [...list];
  const [first, second] = [copy[at], copy[at + 1]];
  if (first !== undefined && second !== undefined) copy.splice(at, 2, second, first);
  return copy;
};

const boardPart = (entry: Entry | undefined): string =>
  // Written by a node, the board's part first.
  entry?.body.split(',"hands":')[0] ?? '';

/** Entries that changed what everybody sees, while somebody was there to see it. */
const seen = ({ entries, heard }: Evidence): ReadonlySet<number> => {
  const texts = heard.flatMap((each) => each.texts);
  return new Set(
    entries
      .map(({ seq }) => seq)
      .filter((seq) => texts.some((text) => text.startsWith(`{"t":"p","s":${seq},"b"`))),
  );
};

/** A log that looks whole: what comes behind the change is numbered anew. */
const inLog =
  (change: Change): Mutant['of'] =>
  (evidence, chance) => {
    const { entries } = evidence;
    const known = seen(evidence);
    const at = chance.below(entries.length - 1);
    // Where nobody has seen both, or both are the same, nobody could tell which was first.
    if (!known.has(at + 1) || !known.has(at + 2)) return null;
    if (boardPart(entries[at]) === boardPart(entries[at + 1])) return null;
    const changed = change(entries, at).map(({ body }, index) => ({ seq: index + 1, body }));
    return { ...evidence, entries: changed };
  };

const PATCH = /^\{"t":"p","s":\d+,"[bh]"/;

/** The places of patches with content that are followed by another one on the same connection. */
const patchesIn = ({ texts }: Heard): number[] =>
  texts.flatMap((text, at) =>
    PATCH.test(text) && texts.slice(at + 1).some((later) => later.startsWith('{"t":"p"'))
      ? [at]
      : [],
  );

const inHeard =
  (change: (texts: readonly string[], at: number) => string[]): Mutant['of'] =>
  (evidence, chance) => {
    const index = chance.pick(
      evidence.heard.flatMap((heard, each) => (patchesIn(heard).length > 0 ? [each] : [])),
    );
    const heard = index === undefined ? undefined : evidence.heard[index];
    const at = heard && chance.pick(patchesIn(heard));
    if (!heard || at === undefined) return null;
    const texts = change(heard.texts, at);
    if (texts.join() === heard.texts.join()) return null;
    return {
      ...evidence,
      heard: evidence.heard.with(evidence.heard.indexOf(heard), { ...heard, texts }),
    };
  };

/** Swaps a patch with the next one of the connection. */
function swapPatches(texts: readonly string[], at: number): string[] {
  const next = texts.findIndex((text, index) => index > at && text.startsWith('{"t":"p"'));
  const [first, second] = [texts[at], texts[next]];
  return first === undefined || second === undefined
    ? [...texts]
    : texts.with(at, second).with(next, first);
}

/** A patch without its content: the number is there, so no client can notice. */
const emptied = (texts: readonly string[], at: number): string[] =>
  texts.with(at, (texts[at] ?? '').replace(/,"b":.*$/, '}').replace(/,"h":.*$/, '}'));

/** Somebody was told that their command was carried out, or refused, and it was not so. */
const inAnswers: Mutant['of'] = (evidence, chance) => {
  const told = evidence.made.filter(({ answer }) => answer === 'done' || answer === 'not-open');
  const one = chance.pick(told);
  if (!one) return null;
  const answer = one.answer === 'done' ? 'not-open' : 'done';
  return { ...evidence, made: evidence.made.with(evidence.made.indexOf(one), { ...one, answer }) };
};

/** Somebody still sees what was before. */
const inFinals: Mutant['of'] = (evidence, chance) => {
  const one = chance.pick(evidence.finals.filter(({ state }) => state.status.is === 'live'));
  if (!one?.state.base) return null;
  const base = { ...one.state.base, board: { ...one.state.base.board, name: 'Something else' } };
  const final = { ...one, state: { ...one.state, base, view: base } };
  return { ...evidence, finals: evidence.finals.with(evidence.finals.indexOf(one), final) };
};

export const MUTANTS: readonly Mutant[] = [
  { name: 'an entry of the log dropped', of: inLog(drop) },
  { name: 'an entry of the log doubled', of: inLog(double) },
  { name: 'two entries of the log swapped', of: inLog(swap) },
  { name: 'a patch dropped on its way', of: inHeard(drop) },
  { name: 'a patch doubled on its way', of: inHeard(double) },
  { name: 'two patches swapped on their way', of: inHeard(swapPatches) },
  { name: 'the content of a patch lost', of: inHeard(emptied) },
  { name: 'a wrong answer', of: inAnswers },
  { name: 'a wrong view at the end', of: inFinals },
];
