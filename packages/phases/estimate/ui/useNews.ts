import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useChange } from '../../parts/index.ts';
import { ballotOf, dimensionOf, pilesOf, proposalOf, type Place } from '../domain/index.ts';
import { useEstimate } from './useEstimate.ts';
import { useValueWords } from './useValueWords.ts';

/** Tells screen readers what lies on the table when the cards are turned over, and what it came to. */
export function useNews(phase: PhaseId, place: Place | null): void {
  const { t } = useLingui();
  const valueWords = useValueWords();
  const { settings, state } = useEstimate(phase);
  const story = place ? state.stories[place.story] : undefined;
  const ballot = place && story ? ballotOf(story, place.dimension) : null;
  const at = place ? `${place.story}/${place.dimension}` : '';
  const shown = ballot?.shown ?? null;
  useChange(shown === null ? null : `${at} ${ballot?.round}`, (before) => {
    if (shown === null || !place || before?.startsWith(`${at} `)) return;
    const { scale } = dimensionOf(settings, place.dimension);
    const piles = pilesOf(scale, shown).map(({ value, people }) => {
      const count = people.length;
      return t`${plural(count, { one: '# card', other: '# cards' })}: ${valueWords(value)}`;
    });
    const proposal = proposalOf(scale, shown);
    const words = [t`The cards are turned over.`, ...piles];
    if (proposal) words.push(t`Proposed: ${proposal.value}`);
    announce(words.join('. '));
  });
  useChange(`${at} ${ballot?.score ?? ''}`, (before) => {
    const score = ballot?.score;
    if (score && before.startsWith(`${at} `)) announce(t`Final score: ${score}`);
  });
}
