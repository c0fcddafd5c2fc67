import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CLOSE, FromClient, PROTOCOL } from './index.ts';

/**
 * What each version of the protocol looks like on the wire. A hash that no longer fits means that
 * something which travels has changed: raise PROTOCOL in `version.ts`, add a line here, and see to
 * it that the server still understands clients of the version before, and they the server.
 */
const RECORDED: Record<number, string> = {
  1: 'a75573ad37c49b67',
};

/** A file without comments and layout. */
async function codeOf(file: string): Promise<string> {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/\s+/g, ' ');
}

test('[C15] what travels has not changed since this version of the protocol was recorded', async () => {
  const wire = {
    // Ids are checked by a function, which a schema cannot show.
    fromClient: z.toJSONSchema(FromClient, { unrepresentable: 'any' }),
    // Only types, so their text stands for them.
    fromServer: await codeOf('./from-server.ts'),
    close: CLOSE,
  };
  const hash = createHash('sha256').update(JSON.stringify(wire)).digest('hex').slice(0, 16);
  expect(hash).toBe(RECORDED[PROTOCOL]);
});
