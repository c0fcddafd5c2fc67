import type { Occurrence, Series } from '@rondo/contract';
import { bodyOf, claimedBy, joined } from '../../testing/people.ts';
import { PLANNED } from '../../testing/planned.ts';
import { testServer } from '../../testing/server.ts';

export const WEEKLY = {
  ...PLANNED,
  number: 117,
  first: '2099-03-02T09:30',
  zone: 'Europe/Berlin',
  rhythm: { every: 'week', interval: 1, on: [2] },
  anonymous: false,
  mail: true,
  endPrevious: true,
};

/** A server with Ada’s team, in which is Ben, and the series that they plan, every week if nothing else is said. */
export async function weekly() {
  const server = await testServer();
  const { db } = server.app;
  const owner = await claimedBy(server);
  const { ada, team } = owner;
  await joined(server, owner, 'Ben');

  const plan = async (changes: object = {}): Promise<Series> =>
    bodyOf(await ada.post(`/api/teams/${team}/series`, { ...WEEKLY, ...changes }));
  const read = async (id: string): Promise<Series & { past: Occurrence[] }> =>
    bodyOf(await ada.get(`/api/series/${id}`));
  /** As if the next date had been so long ago, in ms; whole weeks later for a rhythm of weeks. */
  const makeDue = async (id: string, ago: number): Promise<void> => {
    await db
      .updateTable('series')
      .set({ next_at: new Date(Date.now() - ago), starts_at: '2020-01-07T09:30' })
      .where('id', '=', id)
      .execute();
  };
  /** Names of the meetings that were made, the first first. */
  const meetingsOf = async (id: string): Promise<string[]> => {
    const rows = await db
      .selectFrom('occurrence')
      .innerJoin('meeting', 'meeting.id', 'occurrence.meeting_id')
      .select(['meeting.id', 'meeting.name'])
      .where('series_id', '=', id)
      .orderBy('occurrence.at')
      .execute();
    return rows.map(({ name }) => name);
  };
  return { server, ada, team, plan, read, makeDue, meetingsOf };
}
