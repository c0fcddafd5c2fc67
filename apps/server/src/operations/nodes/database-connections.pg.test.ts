import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testServer } from '../../testing/server.ts';
import { USUAL_CONNECTIONS } from './database-connections.ts';
import { presentNodes } from './nodes.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../../docs/operations.md'), 'utf8');

it('as many connections as are said to be opened are opened at most', async () => {
  const { app } = await testServer();
  const [own] = await presentNodes(app.db);
  expect(own?.databaseConnections).toBe(USUAL_CONNECTIONS);
  const [, total, parts = ''] = /^One server uses at most (\d+): (.+?)\./m.exec(page) ?? [];
  const summed = [...parts.matchAll(/\d+/g)].reduce((sum, [part]) => sum + Number(part), 0);
  expect([Number(total), summed]).toEqual([USUAL_CONNECTIONS, USUAL_CONNECTIONS]);
});
