import { useLingui } from '@lingui/react/macro';
import { useMe } from '@rondo/live/react';
import { inLanguage, type PhaseId } from '@rondo/meeting';
import { ballotOf, figureOf, figureText, isSettled, type Story } from '../domain/index.ts';
import { useEstimate } from './useEstimate.ts';

interface StoryWords {
  /** Its scores, or how far it is; empty: nothing to say. */
  text: string;
  /** Nothing is left to do with it. */
  isDone: boolean;
  /** The dimension to look at first; undefined: any. */
  next: string | undefined;
}

/** What a list says about a story in a few words. */
export function useStoryWords(phase: PhaseId, story: Story, isLed: boolean): StoryWords {
  const { t, i18n } = useLingui();
  const me = useMe();
  const { settings, state } = useEstimate(phase);
  const { dimensions } = settings;
  const ballots = dimensions.map((each) => ({ ...each, ballot: ballotOf(story, each.id) }));
  if (!isLed) {
    const missing = ballots.filter(({ ballot }) => ballot.picked[me] !== true);
    const picked = ballots.length - missing.length;
    if (state.spectators[me] === true) return { text: '', isDone: false, next: undefined };
    return {
      text:
        dimensions.length === 1
          ? picked > 0
            ? t`picked`
            : ''
          : t`${picked} of ${ballots.length} picked`,
      isDone: missing.length === 0,
      next: missing[0]?.id,
    };
  }
  const scored = ballots.filter(({ ballot }) => ballot.score !== null);
  const isContested = ballots.some(
    ({ ballot, scale }) =>
      ballot.score === null &&
      ballot.shown !== null &&
      !isSettled(scale, ballot.shown, settings.agreeWithin),
  );
  const scores = scored.map(({ name, ballot }) =>
    dimensions.length === 1
      ? (ballot.score ?? '')
      : `${inLanguage(name, i18n.locale)} ${ballot.score}`,
  );
  const figure = figureOf(settings, (id) => ballotOf(story, id).score);
  if (settings.figure && figure !== null)
    scores.push(`${inLanguage(settings.figure.name, i18n.locale)} ${figureText(figure)}`);
  return {
    text: [...scores, ...(isContested ? [t`contested`] : [])].join(' · '),
    isDone: scored.length === ballots.length,
    next: ballots.find(({ ballot }) => ballot.score === null)?.id,
  };
}
