import { useId, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import styles from './Table.module.css';

export type TableProps<Key extends string> = {
  caption: ReactNode;
  hideCaption?: boolean;
  columns: readonly { key: Key; label: ReactNode; align?: 'start' | 'end' }[];
  rows: readonly { id: string; cells: Readonly<Record<Key, ReactNode>> }[];
  /** What stands there when there are no rows. */
  empty?: ReactNode;
};

/** Hairlines and aligned figures; wider than the screen, it scrolls by itself. The first column names the row. */
export function Table<Key extends string>({
  caption,
  hideCaption,
  columns,
  rows,
  empty,
}: TableProps<Key>) {
  const id = useId();
  return (
    // Wider than the screen, it is scrolled by keys too.
    <div className={styles.scroller} role="group" aria-labelledby={id} tabIndex={0}>
      <table className={styles.table}>
        <caption id={id} className={classes(styles.caption, hideCaption && 'visually-hidden')}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, label, align }) => (
              <th key={key} scope="col" className={align === 'end' ? styles.end : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ key, align }, index) => {
                const look = align === 'end' ? styles.end : undefined;
                return index === 0 ? (
                  <th key={key} scope="row" className={look}>
                    {row.cells[key]}
                  </th>
                ) : (
                  <td key={key} className={look}>
                    {row.cells[key]}
                  </td>
                );
              })}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length} className={styles.empty}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
