import { classes } from '../classes.ts';
import styles from './Skeleton.module.css';

export type SkeletonProps = {
  lines?: number;
  width?: string;
  height?: string;
  /** What is being loaded; said once for a whole group of skeletons. */
  label?: string;
};

const widths = ['100%', '92%', '68%', '84%', '55%'];

/** The place of something on its way, as large as it will be. */
export function Skeleton({ lines, width = '100%', height = '1em', label }: SkeletonProps) {
  return (
    <span className={styles.skeleton} role={label ? 'status' : undefined}>
      {label && <span className="visually-hidden">{label}</span>}
      {Array.from({ length: lines ?? 1 }, (_, index) => (
        <span
          key={index}
          aria-hidden="true"
          className={classes(styles.bone, lines !== undefined && styles.line)}
          style={{ width: lines ? widths[index % widths.length] : width, height }}
        />
      ))}
    </span>
  );
}
