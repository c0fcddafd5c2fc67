import { hueStyle } from '@rondo/design';
import styles from './Sparkline.module.css';

interface Props {
  /** From the earliest to the latest; null: nothing was shown then. */
  values: readonly (number | null)[];
  least: number;
  most: number;
}

const WIDTH = 120;
const HEIGHT = 28;
const ROOM = 4;

/** A small line of how something went; the numbers stand beside it as text. */
export function Sparkline({ values, least, most }: Props) {
  const step = values.length > 1 ? (WIDTH - 2 * ROOM) / (values.length - 1) : 0;
  const dots = values.flatMap((value, index) => {
    if (value === null) return [];
    const share = most === least ? 0.5 : (value - least) / (most - least);
    return [{ x: ROOM + index * step, y: HEIGHT - ROOM - share * (HEIGHT - 2 * ROOM) }];
  });
  const last = dots.at(-1);
  return (
    <svg
      className={styles.line}
      style={hueStyle('rate')}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <polyline points={dots.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r={3} />}
    </svg>
  );
}
