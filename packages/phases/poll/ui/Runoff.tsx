import { Trans, useLingui } from '@lingui/react/macro';
import { Table } from '@rondo/design';
import type { ReactNode } from 'react';
import { useWords } from '../../parts/index.ts';
import type { PollOption, Round } from '../domain/index.ts';
import styles from './Result.module.css';

interface Props {
  options: readonly PollOption[];
  rounds: readonly Round[];
}

/** A ranked choice round by round: how many each option had, who went, and how a tie was broken. */
export function Runoff({ options, rounds }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const lastOf = (id: string): number =>
    rounds.findLastIndex(({ counts }) => counts[id] !== undefined);
  const shown = options.toSorted((a, b) => lastOf(b.id) - lastOf(a.id));
  return (
    <section className={styles.runoff}>
      <Table
        caption={t`Round by round`}
        columns={[
          { key: 'option', label: t`Option` },
          ...rounds.map((_, index) => ({
            key: String(index),
            label: t`Round ${index + 1}`,
            align: 'end' as const,
          })),
        ]}
        rows={shown.map(({ id, label }) => ({
          id,
          cells: {
            option: words(label),
            ...Object.fromEntries(
              rounds.map(({ counts, out }, index): [string, ReactNode] => [
                String(index),
                counts[id] === undefined ? (
                  '–'
                ) : out.includes(id) ? (
                  <Trans>{counts[id]}, out</Trans>
                ) : (
                  counts[id]
                ),
              ]),
            ),
          },
        }))}
      />
      <p className={styles.rule}>
        <Trans>
          In each round an answer counts for its highest option that is still in. Whoever has more
          than half wins; otherwise whoever has the fewest goes.
        </Trans>{' '}
        {rounds.map(({ tie, out }, index) =>
          tie === null ? null : (
            <span key={out.join(' ')}>
              {tie === 'earlier' ? (
                <Trans>
                  Round {index + 1} had a tie for the fewest: whoever had fewer in the round before
                  went.
                </Trans>
              ) : tie === 'mentions' ? (
                <Trans>
                  Round {index + 1} had a tie for the fewest: whoever is named in fewer answers
                  went.
                </Trans>
              ) : (
                <Trans>
                  Round {index + 1} had a tie that nothing could break: they went together.
                </Trans>
              )}{' '}
            </span>
          ),
        )}
      </p>
    </section>
  );
}
