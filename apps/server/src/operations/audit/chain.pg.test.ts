import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../database/database.ts';
import { makeLog } from '../../log.ts';
import { freshDatabase } from '../../testing/postgres.ts';
import { networkOf } from './network.ts';
import { pages, type Row } from './read.ts';
import { record } from './record.ts';
import { auditHead, follow, verifyAudit } from './verify.ts';

const url = await freshDatabase();
const [one, two] = [0, 1].map(() => connect(url, makeLog('silent'), () => Promise.resolve()));
if (!one || !two) throw new Error('two servers were opened');
const { db } = one;
afterAll(() => Promise.all([one.close(), two.close()]));

const act = (team: string, actor: string | null = null) =>
  ({ act: 'team-made', actor, about: { team } }) as const;

/** As somebody does who owns the database and takes the triggers away. */
async function tamper(change: ReturnType<typeof sql>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`alter table audit disable trigger user`.execute(tx);
    await change.execute(tx);
    await sql`alter table audit enable trigger user`.execute(tx);
  });
}

async function all(): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages(db)) rows.push(...page);
  return rows;
}

beforeEach(() => tamper(sql`delete from audit`));

describe('the chain', () => {
  test('of two servers that write at once is one, without gaps', async () => {
    const writes = Array.from({ length: 200 }, (_, at) =>
      record((at % 2 === 0 ? one : two).db, act(`t${at}`)),
    );
    await Promise.all(writes);
    expect(await verifyAudit(db)).toMatchObject({ ok: true, head: { n: 200 } });
    const rows = await all();
    expect(new Set(rows.map(({ about }) => about)).size).toBe(200);
    expect(rows.map(({ at }) => at.getTime())).toEqual(
      rows.map(({ at }) => at.getTime()).toSorted((a, b) => a - b),
    );
  });

  test('has nothing of what was rolled back, and no gap there', async () => {
    await record(db, act('a'));
    const failing = db.transaction().execute(async (tx) => {
      await record(tx, act('b'));
      throw new Error('the cause fails');
    });
    await expect(failing).rejects.toThrow('the cause fails');
    await record(db, act('c'));
    expect((await all()).map(({ n, about }) => [n, about])).toEqual([
      [1, '{"team":"a"}'],
      [2, '{"team":"c"}'],
    ]);
  });

  test('holds nobody up: who has recorded something and goes on working does not make others wait', async () => {
    await db.transaction().execute(async (tx) => {
      await record(tx, act('slow'));
      await record(two.db, act('quick'));
    });
    expect((await all()).map(({ about }) => about)).toEqual([
      '{"team":"quick"}',
      '{"team":"slow"}',
    ]);
    expect(await verifyAudit(db)).toMatchObject({ ok: true });
  });

  test('is only ever added to', async () => {
    await record(db, act('a'));
    for (const change of [
      sql`update audit set actor = 'somebody else'`,
      sql`update audit set n = 7`,
      sql`delete from audit`,
      sql`truncate audit`,
    ])
      await expect(change.execute(db)).rejects.toThrow('only ever added to');
  });

  test('copied row by row, as a restore does, stays as it was and goes on', async () => {
    for (const team of ['a', 'b', 'c']) await record(db, act(team));
    const head = await auditHead(db);
    await sql`create table kept as select * from audit`.execute(db);
    await tamper(sql`delete from audit`);
    await sql`insert into audit select * from kept`.execute(db);
    expect(await verifyAudit(db)).toEqual({ ok: true, head });
    await record(db, act('d'));
    expect(await verifyAudit(db, head)).toMatchObject({ ok: true, head: { n: 4 } });
  });
});

describe('whoever changes the table unnoticed by its triggers', () => {
  const changes = {
    'the time': sql`update audit set at = at + interval '1 millisecond' where n = 3`,
    'the act': sql`update audit set act = 'team-changed' where n = 3`,
    'the actor': sql`update audit set actor = 'somebody' where n = 3`,
    'who was nobody': sql`update audit set actor = '' where n = 4`,
    'the network': sql`update audit set network = '192.0.2.0/24' where n = 3`,
    'what it is about': sql`update audit set about = '{"team":"z"}' where n = 3`,
    'the hash': sql`update audit set hash = sha256('x') where n = 3`,
    'the last hash': sql`update audit set hash = sha256('x') where n = 5`,
    'takes a row away': sql`delete from audit where n = 3`,
    'takes the first row away': sql`delete from audit where n = 1`,
    'hides a row': sql`update audit set n = null where n = 3`,
    'hides the last row': sql`update audit set n = null where n = 5`,
    'puts a row in': sql`insert into audit (n, act, about, hash) values (6, 'team-made', '{}', sha256('x'))`,
    'swaps two rows': sql`update audit set n = case n when 2 then -3 when 3 then -2 else n end`,
  };
  test.each(Object.entries(changes))('%s: is found out', async (what, change) => {
    for (const team of ['a', 'b', 'c', 'd', 'e'])
      await record(db, act(team, team === 'd' ? null : `user-${team}`));
    const head = await auditHead(db);
    expect(await verifyAudit(db, head)).toEqual({ ok: true, head });
    await tamper(change);
    if (what === 'swaps two rows') await tamper(sql`update audit set n = -n where n < 0`);
    expect((await verifyAudit(db)).ok).toBe(false);
  });

  test('and makes the whole log anew, or cuts its end off: found out by a head that was written down', async () => {
    for (const team of ['a', 'b', 'c']) await record(db, act(team));
    const head = await auditHead(db);
    await tamper(sql`delete from audit where n = 3`);
    expect(await verifyAudit(db)).toMatchObject({ ok: true });
    expect(await verifyAudit(db, head)).toEqual({ ok: false, n: 3, why: 'other-head' });
    await record(db, act('another'));
    expect(await verifyAudit(db, head)).toEqual({ ok: false, n: 3, why: 'other-head' });
  });

  test('any change of any field of any row is found, and the row is named', async () => {
    for (let at = 0; at < 12; at++) await record(db, act(`t${at}`, `u${at}`));
    const rows = await all();
    fc.assert(
      fc.property(fc.nat(11), fc.constantFrom(...FIELDS), fc.string(), (at, field, text) => {
        const row = rows[at];
        if (!row) throw new Error('there are twelve');
        const value = field === 'at' ? new Date(row.at.getTime() + 1 + text.length) : `${text}!`;
        const changed = { ...row, [field]: value };
        fc.pre(changed[field] !== row[field]);
        const verdict = follow({ n: 0, hash: '' }, rows.with(at, changed));
        expect(verdict).toEqual({ ok: false, n: at + 1, why: 'changed' });
      }),
    );
    fc.assert(
      fc.property(fc.nat(10), fc.nat(11), (from, to) => {
        fc.pre(from !== to);
        const moved = rows.toSpliced(from, 1).toSpliced(to, 0, ...rows.slice(from, from + 1));
        expect(follow({ n: 0, hash: '' }, moved).ok).toBe(false);
        expect(follow({ n: 0, hash: '' }, rows.toSpliced(from, 1)).ok).toBe(false);
      }),
    );
  });
});

const FIELDS = ['at', 'act', 'actor', 'network', 'about', 'hash'] as const;

describe('of a network address', () => {
  test.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8::6', '2001:db8:0::/48'],
    ['2001:0DB8:0001::', '2001:db8:1::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['unknown', null],
  ])('%s the first part is kept', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
