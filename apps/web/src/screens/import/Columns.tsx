import { Trans, useLingui } from '@lingui/react/macro';
import type { ColumnMapping, ForeignPreview } from '@rondo/contract';
import { Select } from '@rondo/design';
import styles from '../moving/Moving.module.css';
import page from '../Page.module.css';

interface Props {
  table: ForeignPreview['table'];
  mapping: ColumnMapping;
  onChange: (mapping: ColumnMapping) => void;
}

/** Which column of a table holds what, with its first rows to see it. */
export function Columns({ table, mapping, onChange }: Props) {
  const { t } = useLingui();
  const columns = table.heads.map((head, place) => ({
    value: String(place),
    label: head === '' ? t`Column ${place + 1}` : head,
  }));
  const none = { value: '', label: t`none` };
  const choice = (value: string): number | null => (value === '' ? null : Number(value));
  return (
    <div className={styles.preview} role="group" aria-label={t`Columns of the table`}>
      {/* Wide tables scroll, also by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t`The first rows`}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(({ value, label }) => (
                <th key={value} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, place) => (
              // Rows of a file have no names of their own, and never move.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={place}>
                {columns.map(({ value }) => (
                  <td key={value}>{row[Number(value)]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Trans>Which column is what?</Trans>
      </p>
      <div className={page.form}>
        <Select
          label={t`What was written`}
          value={String(mapping.text)}
          onChange={({ target }) => onChange({ ...mapping, text: Number(target.value) })}
          options={columns}
        />
        <Select
          label={t`Column of the board`}
          value={mapping.column === null ? '' : String(mapping.column)}
          onChange={({ target }) => onChange({ ...mapping, column: choice(target.value) })}
          options={[none, ...columns]}
        />
        <Select
          label={t`Who wrote it`}
          value={mapping.author === null ? '' : String(mapping.author)}
          onChange={({ target }) => onChange({ ...mapping, author: choice(target.value) })}
          options={[none, ...columns]}
        />
        <Select
          label={t`Votes`}
          value={mapping.votes === null ? '' : String(mapping.votes)}
          onChange={({ target }) => onChange({ ...mapping, votes: choice(target.value) })}
          options={[none, ...columns]}
        />
      </div>
    </div>
  );
}
