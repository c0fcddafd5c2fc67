import { useLingui } from '@lingui/react/macro';
import { hueStyle } from '@rondo/design';
import type { ComponentProps, ReactNode } from 'react';
import { useWords } from '../../parts/index.ts';
import type { RankSettings, Spot } from '../domain/index.ts';
import styles from './Plane.module.css';

interface Props extends Omit<ComponentProps<'div'>, 'children'> {
  axes: NonNullable<RankSettings['axes']>;
  children: ReactNode;
}

/** The two axes with what their ends mean, and names in the four corners where the activity gives some. */
export function Plane({ axes, children, ...rest }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { x, y, quadrants } = axes;
  const label = t`${words(x.label)} from left to right, ${words(y.label)} from bottom to top`;
  return (
    <div className={styles.frame} style={hueStyle('rank')}>
      <div className={styles.y}>
        <span>{words(y.high)}</span>
        <b>{words(y.label)}</b>
        <span>{words(y.low)}</span>
      </div>
      <div {...rest} role="group" aria-label={label} className={styles.plane} data-upright="">
        {quadrants && (
          <div className={styles.quadrants} aria-hidden="true">
            <span>{words(quadrants.topLeft)}</span>
            <span>{words(quadrants.topRight)}</span>
            <span>{words(quadrants.bottomLeft)}</span>
            <span>{words(quadrants.bottomRight)}</span>
          </div>
        )}
        {children}
      </div>
      <div className={styles.x}>
        <span>{words(x.low)}</span>
        <b>{words(x.label)}</b>
        <span>{words(x.high)}</span>
      </div>
    </div>
  );
}

/** Where a spot lies on the plane, for a style. */
export const at = ({ x, y }: Spot) => ({ left: `${x * 100}%`, bottom: `${y * 100}%` });
