import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doc } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { root } from '../tools/repository/paths.ts';
import { leftOut, previousCode } from './testing/code.ts';

const RECORDINGS = join(root, 'packages/live/src/testing/recordings');

test.skipIf(leftOut !== '')(
  `every kind of phase that people had before is in a recorded meeting${leftOut}`,
  async () => {
    const { registry } = await previousCode();
    const recorded = globSync('format-*/*.json', { cwd: RECORDINGS }).flatMap((file) => {
      // Each was printed by the code of its time.
      const { start } = JSON.parse(readFileSync(join(RECORDINGS, file), 'utf8')) as { start: Doc };
      return Object.values(start.board.phases).map(({ kind }) => kind);
    });
    expect(Object.keys(registry).filter((kind) => !recorded.includes(kind))).toEqual([]);
  },
);
