import { useId, type ComponentProps, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { hueStyle, type Hue } from '../hue.ts';
import styles from './Column.module.css';

export type ColumnProps = Omit<ComponentProps<'section'>, 'title'> & {
  hue?: Hue;
  title: ReactNode;
  hint?: ReactNode;
  count?: ReactNode;
  actions?: ReactNode;
};

/** A prompt and what belongs to it, under a rule in its hue. */
export function Column({
  hue,
  title,
  hint,
  count,
  actions,
  className,
  style,
  children,
  ...rest
}: ColumnProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      {...rest}
      className={classes(styles.column, className)}
      style={{ ...hueStyle(hue), ...style }}
    >
      <header className={styles.head}>
        <div className={styles.row}>
          <h3 id={titleId} className={styles.title}>
            {title}
          </h3>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {hint && <p className={styles.hint}>{hint}</p>}
      </header>
      {children}
    </section>
  );
}
