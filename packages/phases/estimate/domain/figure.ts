import type { EstimateSettings, Figure } from './settings.ts';

/** A score as a number; null where it is none, such as a size of a shirt. */
export function numberOf(score: string | null): number | null {
  const text = (score ?? '')
    .replace(',', '.')
    .replace(/\s*(%|h|d)$/i, '')
    .trim();
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/**
 * The figure of a story from its scores; null while one of them is missing or no number.
 * @param scoreOf the final score in a dimension
 */
export function figureOf(
  { figure }: EstimateSettings,
  scoreOf: (dimension: string) => string | null,
): number | null {
  if (!figure) return null;
  const values = figure.of.map((id) => numberOf(scoreOf(id)));
  const per = figure.per === undefined ? 1 : numberOf(scoreOf(figure.per));
  if (per === null || per === 0 || values.some((value) => value === null)) return null;
  // Checked above.
  return combined(figure, values as number[]) / per;
}

const combined = ({ way }: Figure, values: readonly number[]): number =>
  values.reduce((all, value) => (way === 'sum' ? all + value : all * value), way === 'sum' ? 0 : 1);

/** A figure as it is read, with at most two places: people compare them, nobody calculates on. */
export const figureText = (value: number): string => String(Math.round(value * 100) / 100);
