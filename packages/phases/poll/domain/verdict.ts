import type { PollVerdict } from '@rondo/meeting';
import type { Way } from './settings.ts';
import type { PollResult } from './state.ts';

/** What the numbers say by the rules of this way of asking; null: nothing. */
export function verdictOf(
  way: Way,
  { answers, tooFew, counts, winners }: Omit<PollResult, 'choices'>,
): PollVerdict | null {
  if (tooFew || answers === 0) return null;
  const count = (id: string): number => counts[id] ?? 0;
  switch (way) {
    case 'yes-no':
      if (count('yes') === count('no')) return 'tie';
      return count('yes') > count('no') ? 'passed' : 'rejected';
    case 'fist':
      if (count('0') > 0) return 'blocked';
      return count('1') + count('2') > 0 ? 'concerns' : 'passed';
    case 'consent':
      if (count('objection') > 0) return 'blocked';
      return count('concern') > 0 ? 'concerns' : 'passed';
    default:
      return winners.length > 1 ? 'tie' : winners.length === 1 ? 'chosen' : null;
  }
}
