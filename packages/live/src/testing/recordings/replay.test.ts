import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Doc } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { applyEntries, type Entry } from '../../room/index.ts';
import { inKeyOrder } from './in-key-order.ts';

interface Recording {
  seq: number;
  hash: string;
  start: Doc;
  entries: Entry[];
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const files = await Array.fromAsync(glob('format-*/*.json', { cwd: FOLDER }));

const hashOf = (doc: Doc): string => createHash('sha256').update(inKeyOrder(doc)).digest('hex');

/** The meeting as a database gives it back: loaded at one entry, the rest replayed. */
function replayed({ start, entries }: Recording, snapshotAt: number): Doc {
  const early = applyEntries({ seq: 0, doc: structuredClone(start) }, entries.slice(0, snapshotAt));
  // Through JSON, as a snapshot is stored.
  const stored = JSON.parse(JSON.stringify(early.doc)) as Doc;
  return applyEntries({ seq: early.seq, doc: stored }, entries.slice(snapshotAt)).doc;
}

test('there are recordings of format 1', () => {
  expect(files.filter((file) => file.startsWith('format-1/')).length).toBeGreaterThanOrEqual(3);
});

test.each(files)(
  '[R11] %s replays to what it was, whatever entry the snapshot is of',
  async (file) => {
    const recording = JSON.parse(await readFile(`${FOLDER}/${file}`, 'utf8')) as Recording;
    expect(recording.entries.length).toBe(recording.seq);
    for (let at = 0; at <= recording.seq; at += 7)
      expect(hashOf(replayed(recording, at))).toBe(recording.hash);
    expect(hashOf(replayed({ ...recording, entries: recording.entries.slice(0, -1) }, 0))).not.toBe(
      recording.hash,
    );
  },
);
