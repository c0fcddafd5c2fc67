import { Plural, Trans } from '@lingui/react/macro';
import type { PollVerdict } from '@rondo/meeting';
import type { ReactNode } from 'react';
import { useWords } from '../../parts/index.ts';
import type { PastRound, Way } from '../domain/index.ts';
import styles from './Result.module.css';

interface Props {
  way: Way;
  verdict: PollVerdict | null;
  round: PastRound;
}

/** The result in one sentence, largest on the screen. */
export function Verdict({ way, verdict, round }: Props) {
  const { result } = round;
  const sentence = useSentence({ way, verdict, round });
  return (
    <p className={styles.verdict} data-verdict={verdict ?? undefined}>
      {sentence}{' '}
      <small>
        <Plural value={result.answers} one="# answer" other="# answers" />
      </small>
    </p>
  );
}

function useSentence({ way, verdict, round: { options, result } }: Props): ReactNode {
  const words = useWords();
  const winners = options
    .filter(({ id }) => result.winners.includes(id))
    .map(({ label }) => words(label))
    .join(', ');
  const stopped = way === 'consent' ? result.counts['objection'] : result.counts['0'];
  switch (verdict) {
    case 'chosen':
      return winners;
    case 'tie':
      return way === 'yes-no' ? <Trans>As many yes as no.</Trans> : <Trans>A tie: {winners}</Trans>;
    case 'passed':
      if (way === 'yes-no') return <Trans>More yes than no.</Trans>;
      return way === 'fist' ? (
        <Trans>Everybody can go along.</Trans>
      ) : (
        <Trans>Nobody objects.</Trans>
      );
    case 'concerns':
      return way === 'fist' ? (
        <Trans>Nobody stops it, but there are doubts to hear.</Trans>
      ) : (
        <Trans>Nobody objects; there are concerns to hear.</Trans>
      );
    case 'rejected':
      return <Trans>More no than yes.</Trans>;
    case 'blocked':
      return way === 'consent' ? (
        <Plural value={stopped ?? 0} one="# objection stands." other="# objections stand." />
      ) : (
        <Plural value={stopped ?? 0} one="# fist stops it." other="# fists stop it." />
      );
    case null:
      return <Trans>No favourite.</Trans>;
  }
}
