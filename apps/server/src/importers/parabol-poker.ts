import type { OutcomePart } from '@rondo/meeting';
import { cleaned, type Foreign } from './foreign.ts';
import { cellsOf, type Table } from './table.ts';

export const PARABOL_POKER = ['story', 'dimension', 'finalScore'];

type Estimates = Extract<OutcomePart, { as: 'estimates' }>;

/** A row for each dimension of each story. */
export function readParabolPoker(table: Table): Foreign {
  const cell = cellsOf(table);
  const stories = new Map<string, Map<string, string>>();
  const dimensions: string[] = [];
  for (const row of table.rows) {
    const story = cleaned(cell(row, 'story'));
    if (story === '') continue;
    const dimension = cleaned(cell(row, 'dimension')) || 'Story';
    if (!dimensions.includes(dimension)) dimensions.push(dimension);
    const scores = stories.get(story) ?? new Map<string, string>();
    scores.set(dimension, cleaned(cell(row, 'finalScore')).slice(0, 100));
    stories.set(story, scores);
  }
  const part: Estimates = {
    as: 'estimates',
    dimensions: dimensions.map((name, index) => ({ id: `dimension${index + 1}`, name })),
    stories: [...stories].map(([title, scores]) => ({
      title,
      link: null,
      description: '',
      acceptance: '',
      results: dimensions.map((dimension) => ({
        score: scores.get(dimension) || null,
        // How often somebody voted is told, not what for.
        spread: [],
        rounds: 1,
      })),
      comments: [],
    })),
  };
  return {
    format: 'parabol-poker',
    name: '',
    heldAt: null,
    parts: stories.size === 0 ? [] : [part],
    tasks: [],
  };
}
