import { randomUUID } from 'node:crypto';
import type { ReportContent } from '@rondo/contract';
import type { Db } from '../../database/database.ts';
import { PLANNED } from '../../testing/planned.ts';

/** A series with everything in it that one may have. */
export const EVERY_OTHER_WEEK = {
  ...PLANNED,
  zone: 'Europe/Berlin',
  rhythm: { every: 'week', interval: 2, on: [2] },
  pauses: [{ from: '2099-02-02', to: '2099-02-09' }],
  options: { review: true },
};

const CONTENT: ReportContent = {
  title: 'Eleven',
  intro: 'Well.',
  from: '2026-03-02',
  to: '2026-03-08',
  figures: ['meetings'],
  sentence: 'Up.',
  sections: [{ id: 'done', title: 'This week we', entries: [{ id: 'a', text: 'shipped **it**' }] }],
};

/** A public report that was corrected once, with what a reader said. */
export async function keepReport(
  db: Db,
  team: string,
  author: string,
  called = 'Ada',
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('report_channel')
    .values({
      team_id: team,
      key: 'channelchannelchannelc',
      next_number: 12,
      figures: ['meetings'],
    })
    .execute();
  const name = { author_user: author, author_name: called };
  await db
    .insertInto('report')
    .values({
      id,
      team_id: team,
      number: 11,
      content: JSON.stringify(CONTENT),
      figures: JSON.stringify([{ name: 'meetings', value: 4, before: [3] }]),
      ...name,
      state: 'published',
      audience: 'public',
      key: 'reportreportreportrepo',
      published_at: new Date('2026-03-09T10:00:00.123Z'),
      updated_at: new Date('2026-03-09T10:00:00.123Z'),
    })
    .execute();
  await db
    .insertInto('report_correction')
    .values({
      id: randomUUID(),
      report_id: id,
      by_user: author,
      by_name: called,
      note: 'A letter',
      before: JSON.stringify({ ...CONTENT, intro: 'Wel.' }),
    })
    .execute();
  await db
    .insertInto('report_feedback')
    .values({
      id: randomUUID(),
      report_id: id,
      team_id: team,
      user_id: author,
      name: called,
      text: 'Nice',
    })
    .execute();
  return id;
}
