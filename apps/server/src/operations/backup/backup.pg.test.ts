import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../../testing/postgres.ts';
import { openBackup } from './open.ts';
import { restoreInto } from './restore.ts';
import { takeBackup } from './take.ts';

const SECRET = 's'.repeat(32);
const PASSPHRASE = 'three ducks in a row';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'rondo-backup-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it('works', async () => {
  const url = await freshDatabase();
  await on(url, (client) =>
    client.query(`
    insert into "user" (id, name, email) select gen_random_uuid(), E'A\\n\\\\' || n, n || '@example.org' from generate_series(1, 20000) n;
    insert into server_owner (user_id) select id from "user" limit 1;
  `),
  );
  const file = join(folder(), 'x.tar.zst');
  console.log(await takeBackup({ url, file, passphrase: PASSPHRASE, secret: SECRET }));
  const backup = await openBackup(file, PASSPHRASE);
  const target = await freshDatabase({ empty: true });
  console.log(await restoreInto(target, backup));
  expect(readdirSync(join(file, '..'))).toEqual(['x.tar.zst']);
});
