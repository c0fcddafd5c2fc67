import type { Log } from '@rondo/live/room';
import type { MeetingId, Outcome, ParticipantId } from '@rondo/meeting';
import type { Context } from '../http/context.ts';
import { open, signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { zoneOfTeam, zonesOf } from '../mail/zones.ts';
import { identifyTogether, type Identity } from '../meetings/identity.ts';
import { askerOf } from '../meetings/router.ts';
import { record } from '../operations/audit/record.ts';
import { needRole } from '../teams/access.ts';
import { outcomeCsv } from './csv.ts';
import { mailOutcome } from './mail-outcome.ts';
import { outcomeMarkdown } from './markdown.ts';
import { trendOf } from './trend.ts';
import { fileName } from './words.ts';

const MAILS: Limit = { name: 'outcome-mail', most: 5, seconds: 3_600 };

const keyOf = (meeting: string): MeetingId => meeting as MeetingId;

/** The outcome, for the team and for the guests who took part; to everybody else there is none. */
async function needOutcome(context: Context, key: string): Promise<Outcome> {
  await needReader(context, key);
  return readOutcome(context, keyOf(key));
}

/** Who asks, where they may read the outcome. */
async function needReader(context: Context, key: string): Promise<Identity> {
  const { db, chance, meetingLog } = context.app;
  const meeting = keyOf(key);
  const identify = identifyTogether(db, chance.id);
  const who = await identify(meeting, await askerOf(context, meeting));
  if (!who) throw problem('not-found');
  if (who.role === 'guest' && !(await hasTakenPart(meetingLog, meeting, who.person)))
    throw problem('not-found');
  return who;
}

/** False for guests who were still in the lobby, who never came, or whom the facilitator removed. */
async function hasTakenPart(log: Log, meeting: MeetingId, person: ParticipantId): Promise<boolean> {
  const stored = await log.load(meeting);
  return stored?.doc.board.people[person]?.state === 'in';
}

async function readOutcome({ app }: Context, meeting: MeetingId): Promise<Outcome> {
  const row = await app.db
    .selectFrom('outcome')
    .innerJoin('meeting', 'meeting.id', 'outcome.meeting_id')
    .select('outcome.outcome')
    .where('meeting_id', '=', meeting)
    .where('meeting.status', '=', 'ended')
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  return row.outcome;
}

/** In which zone a file says its day: that of whoever asks, for guests that of the team. */
async function zoneFor({ app }: Context, actor: string | null, meeting: string): Promise<string> {
  if (actor !== null) return (await zonesOf(app.dbForAll, [actor]))(actor);
  const { team_id } = await app.dbForAll
    .selectFrom('meeting')
    .select('team_id')
    .where('id', '=', meeting)
    .executeTakeFirstOrThrow();
  return zoneOfTeam(app.dbForAll, team_id);
}

export const outcomesRouter = open.outcomes.router({
  get: open.outcomes.get.handler(async ({ context, input }) => ({
    ...(await needOutcome(context, input.meeting)),
  })),

  trend: open.outcomes.trend.handler(async ({ context, input }) => {
    const { role } = await needReader(context, input.meeting);
    const outcome = await readOutcome(context, keyOf(input.meeting));
    // A guest was in this meeting, not in those before it.
    if (role === 'guest') return { statements: [] };
    return { statements: await trendOf(context.app.db, keyOf(input.meeting), outcome) };
  }),

  file: open.outcomes.file.handler(async ({ context, input: { meeting, format, language } }) => {
    const outcome = await needOutcome(context, meeting);
    const actor = (await context.session())?.user.id ?? null;
    const zone = await zoneFor(context, actor, meeting);
    await record(context.app.db, { act: 'outcome-exported', actor, about: { meeting, format } });
    switch (format) {
      case 'markdown':
        return new File([outcomeMarkdown(outcome, language, zone)], fileName(outcome, 'md', zone), {
          type: 'text/markdown; charset=utf-8',
        });
      case 'csv':
        return new File([outcomeCsv(outcome, language)], fileName(outcome, 'csv', zone), {
          type: 'text/csv; charset=utf-8',
        });
      case 'json':
        return new File([JSON.stringify(outcome, null, 2)], fileName(outcome, 'json', zone), {
          type: 'application/json',
        });
    }
  }),

  mail: signedIn.outcomes.mail.handler(async ({ context, input }) => {
    const { app, user } = context;
    const meeting = keyOf(input.meeting);
    const row = await app.db
      .selectFrom('meeting')
      .select('team_id')
      .where('id', '=', meeting)
      .executeTakeFirst();
    if (!row) throw problem('not-found');
    await needRole(app.db, user.id, row.team_id);
    const outcome = await readOutcome(context, meeting);
    await app.limits.count(MAILS, meeting);
    return {
      // Of others, only this sees who wants no such mails, and where they are.
      mails: await app.dbForAll.transaction().execute(async (tx) => {
        await record(tx, { act: 'outcome-mailed', actor: user.id, about: { meeting } });
        return mailOutcome(tx, app.post, meeting, outcome);
      }),
    };
  }),
});
