import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { claimedBy } from '../../testing/people.ts';
import { testServer } from '../../testing/server.ts';
import { jobs } from './checks/jobs.ts';
import { webhooks } from './checks/webhooks.ts';
import { found, world } from './testing/world.ts';

const server = await testServer();
const { db } = server.app;
const { team } = await claimedBy(server);
const here = () => world({ db });

beforeEach(async () => {
  await sql`delete from pgboss.job`.execute(db);
  await sql`delete from webhook`.execute(db);
});

/** Nobody does seats where payments are not set up, so they stay as they are put here. */
async function seats(state: string, hours: number): Promise<void> {
  await sql`
    insert into pgboss.job (name, state, created_on, start_after, completed_on)
    select 'seats', ${state}::pgboss.job_state, at, at, case when ${state} = 'created' then null else at end
    from (select now() - make_interval(secs => ${hours * 3_600}) as at) as moment`.execute(db);
}

it('work that fails is to be mended, and worth a look when it went well since', async () => {
  expect((await found(jobs, here())).severity).toBe('ok');
  await seats('failed', 25);
  expect((await found(jobs, here())).severity).toBe('ok');
  await seats('completed', 3);
  await seats('failed', 2);
  expect(await found(jobs, here(), 'seats')).toMatchObject({
    severity: 'failure',
    measured: 'failed 1 time in a day, the last time too',
  });
  await seats('completed', 1);
  expect((await found(jobs, here(), 'seats')).severity).toBe('warning');
});

it('where no server has started so far, nothing has failed', async () => {
  const { db: restored } = await testDatabase();
  expect((await found(jobs, world({ db: restored }))).severity).toBe('ok');
});

it('work that nobody does is found after an hour', async () => {
  await seats('created', 0.9);
  expect((await found(jobs, here())).severity).toBe('ok');
  await seats('created', 1.1);
  expect(await found(jobs, here(), 'seats, waiting')).toMatchObject({
    severity: 'warning',
    measured: 'for 66 minutes',
  });
});

async function receiver(state: 'delivered' | 'failed'): Promise<void> {
  const id = randomUUID();
  await sql`
    insert into webhook (id, team_id, form, name, address, address_shown, events)
    values (${id}, ${team}, 'slack', 'Chat', '', 'chat…', '{meeting.ended}')`.execute(db);
  await sql`
    insert into webhook_delivery (id, webhook_id, message, event, payload, state, tries)
    values (${randomUUID()}, ${id}, 'msg', 'meeting.ended', '{}', ${state}, 1)`.execute(db);
}

it('one receiver that is gone is its own affair; that none of three is reached is the server’s', async () => {
  expect((await found(webhooks, here())).severity).toBe('ok');
  await receiver('failed');
  await receiver('failed');
  expect((await found(webhooks, here())).severity).toBe('ok');
  await receiver('failed');
  expect((await found(webhooks, here())).severity).toBe('warning');
  await receiver('delivered');
  expect((await found(webhooks, here())).severity).toBe('ok');
});
