import type { ParticipantId } from '@rondo/meeting';
import type { Heard } from './evidence.ts';

/** What one person heard, a text for each connection. */
export const heardBy = (person: ParticipantId, heard: readonly Heard[]): string[] =>
  heard.filter((each) => each.person === person).map(({ texts }) => texts.join('\n'));

/** Where two histories differ for them; null: not in a byte. */
export function firstDifference(a: readonly string[], b: readonly string[]): string | null {
  const at = a.findIndex((text, index) => text !== b[index]);
  if (at < 0) return a.length === b.length ? null : 'another number of connections';
  const [first, second] = [(a[at] ?? '').split('\n'), (b[at] ?? '').split('\n')];
  const line = first.findIndex((text, index) => text !== second[index]);
  return `connection ${at}: ${first[line] ?? 'nothing'} | ${second[line] ?? 'nothing'}`;
}
