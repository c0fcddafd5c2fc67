import { useWords } from '../../parts/index.ts';
import type { RankSettings, Spot } from '../domain/index.ts';

/** In which corner a spot lies, in words: its name, and where it has none what the ends of the axes mean. */
export function useQuadrant(axes: NonNullable<RankSettings['axes']>): (spot: Spot) => string {
  const words = useWords();
  const { x, y, quadrants } = axes;
  return (spot) => {
    const [isRight, isTop] = [spot.x > 0.5, spot.y > 0.5];
    const ends = `${words(x.label)}: ${words(isRight ? x.high : x.low)}, ${words(y.label)}: ${words(isTop ? y.high : y.low)}`;
    if (!quadrants) return ends;
    const name = isTop
      ? isRight
        ? quadrants.topRight
        : quadrants.topLeft
      : isRight
        ? quadrants.bottomRight
        : quadrants.bottomLeft;
    return `${words(name)} · ${ends}`;
  };
}
