import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '@rondo/design';
import { useView } from '@rondo/live/react';
import { nameOf, type ParticipantId } from '@rondo/meeting';
import { useWords } from '../../parts/index.ts';
import type { PollOption, PollResult, Way } from '../domain/index.ts';
import styles from './Bars.module.css';

interface Props {
  way: Way;
  options: readonly PollOption[];
  result: PollResult;
}

/** How often each option was given, and by whom where the poll was with names. */
export function Bars({ way, options, result }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const board = useView((view) => view.board);
  const most = Math.max(1, ...Object.values(result.counts));
  // The fixed ways have an order of their own; elsewhere the most comes first.
  const isFixed = way === 'yes-no' || way === 'fist' || way === 'consent';
  const shown = isFixed
    ? options
    : options.toSorted((a, b) => (result.counts[b.id] ?? 0) - (result.counts[a.id] ?? 0));
  const named = new Map<string, string[]>();
  // The record's own keys are participant ids.
  for (const [person, choice] of Object.entries(result.choices ?? {}) as [
    ParticipantId,
    string[],
  ][]) {
    for (const id of way === 'ranked' ? choice.slice(0, 1) : choice)
      named.set(id, [...(named.get(id) ?? []), nameOf(board, person)].sort());
  }
  return (
    <div className={styles.counted}>
      {way === 'ranked' && (
        <p className={styles.caption} aria-hidden="true">
          <Trans>First choices</Trans>
        </p>
      )}
      <ul className={styles.bars} aria-label={way === 'ranked' ? t`First choices` : t`Answers`}>
        {shown.map(({ id, label }) => {
          const count = result.counts[id] ?? 0;
          const blocks = count > 0 && (id === '0' || id === 'objection') && isFixed;
          const wins = !isFixed && result.winners.includes(id);
          return (
            <li
              key={id}
              className={styles.bar}
              data-wins={wins ? '' : undefined}
              data-blocks={blocks ? '' : undefined}
            >
              <span className={styles.label}>
                {words(label)}{' '}
                {wins && (
                  <Badge hue="poll">
                    {result.winners.length > 1 ? <Trans>tied</Trans> : <Trans>chosen</Trans>}
                  </Badge>
                )}
              </span>
              <span className={styles.count}>
                <span className="visually-hidden">
                  {t`${plural(count, { one: '# answer', other: '# answers' })}`}
                </span>
                <span aria-hidden="true">{count}</span>
              </span>
              <span className={styles.track} aria-hidden="true">
                <i style={{ inlineSize: `${(count / most) * 100}%` }} />
              </span>
              {(named.get(id)?.length ?? 0) > 0 && (
                <span className={styles.names}>{named.get(id)?.join(', ')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
