import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Progress } from '@rondo/design';
import { sameItems, useView } from '@rondo/live/react';
import { compareText, expectedIn, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { useRespond } from './useRespond.ts';
import styles from './Who.module.css';

/** How many have answered and, where answers have names, who is still missing. */
export function Who({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { status, settings, state } = useRespond(phase);
  const expected = useView(({ board }) => expectedIn(board), sameItems);
  const board = useView((view) => view.board);
  if (status === 'skipped') return null;
  const nameOf = (person: ParticipantId): string =>
    board.people[person]?.name ?? board.expected?.[person]?.name ?? '–';
  const missing = settings.anonymous
    ? []
    : expected
        .filter((person) => state.given[person] === undefined)
        .toSorted((a, b) => compareText(nameOf(a), nameOf(b)));
  const of = Math.max(expected.length, state.answered);
  return (
    <section className={styles.who} aria-label={t`Who has answered`}>
      <div className={styles.count}>
        <Progress
          hue="respond"
          label={t`Answered`}
          value={state.answered}
          max={Math.max(1, of)}
          note={t`${state.answered} of ${of}`}
        />
      </div>
      {!settings.anonymous &&
        of > 0 &&
        (missing.length === 0 ? (
          <p className={styles.words}>
            <Trans>Everybody has answered.</Trans>
          </p>
        ) : (
          <div className={styles.missing}>
            <p className={styles.words}>
              {status === 'done' ? <Trans>Did not answer</Trans> : <Trans>Still missing</Trans>}
            </p>
            <ul className={styles.people}>
              {missing.map((person) => {
                const name = nameOf(person);
                return (
                  <li key={person} className={styles.person}>
                    <Avatar name={name} seed={person} size={22} dim silent />
                    {name}
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
    </section>
  );
}
