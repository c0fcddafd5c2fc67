import type { LiveNode } from '@rondo/live/room';
import type { MeetingId } from '@rondo/meeting';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Letter } from '../mail/letter.ts';
import type { Post } from '../mail/post.ts';

/** So many days before a forgotten meeting ends, whoever started it is told. */
const WARN_DAYS = 2;

interface Ports {
  db: Db;
  post: Post;
  live: Pick<LiveNode, 'submit'>;
}

/** Warns of, and then ends, meetings in which nobody has done anything for as long as their team allows. */
export async function tendIdleMeetings(ports: Ports): Promise<void> {
  await warn(ports);
  await end(ports);
}

async function warn({ db, post }: Ports): Promise<void> {
  const due = await db
    .selectFrom('meeting')
    .innerJoin('team', 'team.id', 'meeting.team_id')
    .innerJoin('user', 'user.id', 'meeting.started_by')
    .select([
      'meeting.id',
      'meeting.name',
      'user.email',
      'user.language',
      'team.language as team_language',
    ])
    .where('meeting.status', '=', 'running')
    .where('meeting.warned_at', 'is', null)
    .where(
      sql<boolean>`meeting.active_at < now() - make_interval(days => greatest(team.idle_end_days::int - ${WARN_DAYS}::int, 0))`,
    )
    .where(sql<boolean>`meeting.active_at < now() - interval '20 hours'`)
    .execute();
  for (const row of due) {
    await db.transaction().execute(async (tx) => {
      const marked = await tx
        .updateTable('meeting')
        .set({ warned_at: sql<Date>`now()` })
        .where('id', '=', row.id)
        .where('warned_at', 'is', null)
        .executeTakeFirst();
      // Another server was quicker.
      if (marked.numUpdatedRows === 0n) return;
      const letter = warning(
        row.language ?? row.team_language,
        row.name,
        post.link(`/m/${row.id}`),
      );
      await post.queue(tx, { to: row.email, kind: 'idle-warning', letter });
    });
  }
}

async function end({ db, live }: Ports): Promise<void> {
  const over = await db
    .selectFrom('meeting')
    .innerJoin('team', 'team.id', 'meeting.team_id')
    .select('meeting.id')
    .where('meeting.status', '=', 'running')
    .where(sql<boolean>`meeting.active_at < now() - make_interval(days => team.idle_end_days::int)`)
    .execute();
  for (const { id } of over) {
    // The column holds keys of meetings. Of several servers the first ends it, the others are told `ended`.
    await live.submit(id as MeetingId, null, { phase: null, name: 'endMeeting', args: {} });
  }
}

function warning(language: 'en' | 'de', name: string, url: string): Letter {
  if (language === 'de') {
    return {
      language,
      subject: `„${name}“ ist noch offen`,
      paragraphs: [
        'Seit einer Weile hat dort niemand mehr etwas getan. In zwei Tagen endet das Meeting von selbst: Was noch verdeckt ist, wird aufgedeckt, und das Ergebnis geht ans Team.',
        'Ihr braucht es noch? Dann geh einfach hinein und macht weiter.',
      ],
      button: { label: 'Zum Meeting', url },
    };
  }
  return {
    language,
    subject: `“${name}” is still open`,
    paragraphs: [
      'Nobody has done anything there for a while. In two days the meeting ends by itself: what is face down is revealed, and the outcome goes to the team.',
      'You still need it? Just go in and carry on.',
    ],
    button: { label: 'Go to the meeting', url },
  };
}
