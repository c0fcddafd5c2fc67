import { useLingui } from '@lingui/react/macro';
import { Table } from '@rondo/design';
import { inLanguage, type OutcomePart } from '@rondo/meeting';

type PollPartOf = Extract<OutcomePart, { as: 'poll' }>;

/** How a ranked choice went, round by round. */
export function RunoffTable({
  options,
  rounds,
}: {
  options: PollPartOf['options'];
  rounds: NonNullable<PollPartOf['rounds']>;
}) {
  const { t, i18n } = useLingui();
  return (
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
      rows={options.map(({ label }, row) => ({
        id: String(row),
        cells: {
          option: inLanguage(label, i18n.locale),
          ...Object.fromEntries(
            rounds.map(({ counts }, index) => [String(index), counts[row] ?? '–']),
          ),
        },
      }))}
    />
  );
}
