import { Plural, Trans } from '@lingui/react/macro';
import type { PhaseId } from '@rondo/meeting';
import { FEWEST_ANSWERS, verdictOf, type PastRound } from '../domain/index.ts';
import { Bars } from './Bars.tsx';
import { Reasons } from './Reasons.tsx';
import { Runoff } from './Runoff.tsx';
import { usePoll } from './usePoll.ts';
import { Verdict } from './Verdict.tsx';
import styles from './Result.module.css';

interface Props {
  phase: PhaseId;
  round: PastRound;
}

/** What was answered, and what that says by the rules of this way of asking. */
export function Result({ phase, round }: Props) {
  const { way } = usePoll(phase).settings;
  const { options, result } = round;
  if (result.answers === 0) {
    return (
      <p className={styles.few}>
        <Trans>Nobody has answered.</Trans>
      </p>
    );
  }
  if (result.tooFew) {
    return (
      <p className={styles.few}>
        <Plural
          value={result.answers}
          one="# person has answered."
          other="# people have answered."
        />{' '}
        <Trans>
          With fewer than {FEWEST_ANSWERS} answers the numbers would say who gave which, so they
          stay in people’s hands.
        </Trans>
      </p>
    );
  }
  const verdict = verdictOf(way, result);
  return (
    <div className={styles.result}>
      <Verdict way={way} verdict={verdict} round={round} />
      <Bars way={way} options={options} result={result} />
      {result.rounds && result.rounds.length > 1 && (
        <Runoff options={options} rounds={result.rounds} />
      )}
      <Reasons options={options} reasons={result.reasons} />
    </div>
  );
}
