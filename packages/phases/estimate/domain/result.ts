import { compareText, type ParticipantId } from '@rondo/meeting';
import { PASS, UNSURE, valuesOf, type Scale } from './scales.ts';

type Shown = Readonly<Record<ParticipantId, string>>;

/** A value and who has picked it. */
export interface Pile {
  value: string;
  people: ParticipantId[];
}

/** What lies on the table, lowest value first, `UNSURE` and `PASS` last; only what somebody has picked. */
export function pilesOf(scale: Scale, shown: Shown): Pile[] {
  // The record's own keys are participant ids.
  const people = (Object.keys(shown) as ParticipantId[]).sort(compareText);
  return [...valuesOf(scale), UNSURE, PASS].flatMap((value) => {
    const those = people.filter((person) => shown[person] === value);
    return those.length > 0 ? [{ value, people: those }] : [];
  });
}

/** The piles of values, with how far up the scale each is. */
function onScale(scale: Scale, shown: Shown): (Pile & { step: number })[] {
  const values = valuesOf(scale);
  return pilesOf(scale, shown).flatMap((pile) => {
    const step = values.indexOf(pile.value);
    return step < 0 ? [] : [{ ...pile, step }];
  });
}

/** The most common value, of several the highest; `tied` says that there were several. Null: nobody gave one. */
export function proposalOf(scale: Scale, shown: Shown): { value: string; tied: boolean } | null {
  const piles = onScale(scale, shown);
  const most = Math.max(0, ...piles.map(({ people }) => people.length));
  const common = piles.filter(({ people }) => people.length === most);
  const highest = common.at(-1);
  return highest ? { value: highest.value, tied: common.length > 1 } : null;
}

/** How many steps of the scale lie between the lowest and the highest value. */
export function spreadOf(scale: Scale, shown: Shown): number {
  const steps = onScale(scale, shown).map(({ step }) => step);
  return steps.length === 0 ? 0 : Math.max(...steps) - Math.min(...steps);
}

/** Whether there is nothing to talk about: somebody gave a value, nobody is unsure, and all are close enough. */
export const isSettled = (scale: Scale, shown: Shown, within: number): boolean =>
  proposalOf(scale, shown) !== null &&
  !Object.values(shown).includes(UNSURE) &&
  spreadOf(scale, shown) <= within;

/**
 * Whose reasons are worth hearing first: the lowest and the highest, where they lie two steps or more
 * apart. The end at which most people are is no outlier.
 */
export function outliersOf(scale: Scale, shown: Shown): { low: Pile | null; high: Pile | null } {
  const piles = onScale(scale, shown);
  const [lowest, highest] = [piles[0], piles.at(-1)];
  if (!lowest || !highest || highest.step - lowest.step < 2) return { low: null, high: null };
  const most = Math.max(...piles.map(({ people }) => people.length));
  const isCrowd = ({ people }: Pile): boolean => most > 1 && people.length === most;
  const plain = ({ value, people }: Pile): Pile => ({ value, people });
  return {
    low: isCrowd(lowest) ? null : plain(lowest),
    high: isCrowd(highest) ? null : plain(highest),
  };
}
