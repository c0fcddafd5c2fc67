import { memo, useId, type ReactNode } from 'react';
import { hash, hueColour, type Hue } from '../../hue.ts';
import { balance, bloom, columns, fan, gather, stairs } from './ofCards.tsx';
import { path, threads, tiles, votes, waves } from './ofLines.tsx';
import { bars, confetti, spiral, target } from './ofNumbers.tsx';
import { bridge, garden, peaks } from './ofPlaces.tsx';
import { echo, exchange, field, orbit, rays } from './ofRings.tsx';
import { dominoes, table, talk } from './ofTalk.tsx';
import { height, makePen, width, type Pen } from './pen.ts';
import styles from './Illustration.module.css';

const drawings = {
  columns,
  fan,
  gather,
  stairs,
  bloom,
  balance,
  orbit,
  exchange,
  echo,
  rays,
  field,
  path,
  waves,
  threads,
  votes,
  tiles,
  peaks,
  garden,
  bridge,
  talk,
  table,
  dominoes,
  bars,
  target,
  spiral,
  confetti,
} satisfies Record<string, (pen: Pen) => ReactNode>;

export type Composition = keyof typeof drawings;

/** Every composition, in the order of the seeds: adding one at the end changes some drawings. */
export const compositions = Object.keys(drawings) as Composition[];

export type IllustrationProps = {
  /** The same seed gives the same drawing on every screen. */
  seed: string;
  /** One to three hues of the activity. */
  hues: readonly Hue[];
  /** Chosen by the seed if left out. */
  composition?: Composition;
  /** Only where the drawing says something that stands nowhere else. */
  label?: string;
};

/** Rings, cards and lines in the activity's hues, drawn by code: one family, no two the same. */
export const Illustration = memo(function Illustration({
  seed,
  hues,
  composition,
  label,
}: IllustrationProps) {
  const id = useId();
  const chosen = composition ?? compositions[hash(seed) % compositions.length] ?? 'orbit';
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      className={styles.illustration}
      style={{ '--h': hueColour(hues[0] ?? 'collect') }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <defs>
        {hues.map((hue, index) => (
          <pattern
            key={hue}
            id={`${id}-${index}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V6" stroke={hueColour(hue)} strokeWidth="2.6" strokeOpacity="0.6" />
          </pattern>
        ))}
      </defs>
      <rect width={width} height={height} className={styles.ground} />
      {drawings[chosen](makePen(seed, hues, id))}
    </svg>
  );
});
