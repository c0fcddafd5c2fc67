import { logContract, smallKinds, smallMeeting } from '@rondo/live/testing';
import { outcomeOf, type MeetingId } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { postgresLog, type Turning } from './postgres-log.ts';

const database = await testDatabase();
const pool = database.openPool('log', 4);
const turned: string[] = [];
const turning: Turning = {
  ended: async (_tx, meeting) => {
    turned.push(`ended ${meeting}`);
  },
  reopened: async (_tx, meeting) => {
    turned.push(`reopened ${meeting}`);
  },
};

describe('the log in PostgreSQL', () => {
  const log = postgresLog(pool, database.db, turning);
  for (const { title, run } of logContract)
    test(title, () => expect(run(log)).resolves.toBeUndefined());

  test('nothing of a forgotten meeting is left', async () => {
    const { rows } = await pool.query<{ meeting_id: MeetingId }>(
      'select meeting_id from meeting_head where head > 0 limit 1',
    );
    const meeting = rows[0]?.meeting_id ?? ('' as MeetingId);
    await log.forget(meeting);
    for (const table of ['meeting_head', 'meeting_patch', 'meeting_snapshot']) {
      const left = await pool.query(`select from ${table} where meeting_id = $1`, [meeting]);
      expect(left.rowCount, table).toBe(0);
    }
  });

  test('[R12] when the outcome cannot be stored, the meeting has not ended', async () => {
    const failing = postgresLog(pool, database.db, {
      ...turning,
      ended: () => Promise.reject(new Error('no room for the outcome')),
    });
    const meeting = 'stays' as MeetingId;
    const doc = smallMeeting(meeting);
    const body = JSON.stringify({ board: [[['status'], 'ended']], hands: {}, ledger: [] });
    await failing.create(meeting, doc);
    const end = failing.finish({ meeting, seq: 1, body }, doc, outcomeOf(doc.board, smallKinds));
    await expect(end).rejects.toThrow('no room for the outcome');
    expect(await log.load(meeting)).toEqual({ seq: 0, doc });
  });
});
