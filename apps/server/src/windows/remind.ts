import {
  missingFrom,
  type Doc,
  type MeetingId,
  type ParticipantId,
  type Phase,
  type PhaseId,
} from '@rondo/meeting';
import { phasesOnServer } from '@rondo/phases/server';
import type { Db } from '../database/database.ts';
import type { Letter } from '../mail/letter.ts';
import { withoutMailing } from '../mail/mailings.ts';
import type { Post } from '../mail/post.ts';
import { notify } from '../notifications/notify.ts';
import { happened } from '../webhooks/events.ts';

interface Ports {
  db: Db;
  post: Post;
}

/** A reminder that is so much too late, because no server ran, helps nobody any more, ms. */
const TOO_LATE = 24 * 60 * 60_000;

/**
 * Mails those with an account who have not done their part of a phase whose time to be reminded has
 * come. Each of them alone: nobody learns from it who else is missing.
 */
export async function remindMissing(
  { db, post }: Ports,
  meeting: MeetingId,
  doc: Doc,
  now: number,
): Promise<void> {
  for (const id of doc.board.flow) {
    const phase = doc.board.phases[id];
    if (phase?.status !== 'open' || !phase.window) continue;
    const { remindAt: at, closesAt } = phase.window;
    if (at === null || at > now || at < now - TOO_LATE) continue;
    // It closes at this look, whatever anybody does now.
    if (closesAt !== null && closesAt <= now) continue;
    const missing = missingFrom(doc, phasesOnServer, id);
    await db.transaction().execute(async (tx) => {
      if (!(await isFirst(tx, meeting, id, at))) return;
      const whose = await teamOf(tx, meeting);
      if (whose === null) return;
      const about = { meeting, phase: id };
      await happened(tx, { kind: 'window.closing', team: whose, about });
      const members = await membersAmong(tx, meeting, missing);
      const to = members.map((member) => member.id);
      await notify(tx, { kind: 'window-closing', to, team: whose, about });
      const without = await withoutMailing(tx, to, 'reminder', whose);
      for (const person of members) {
        if (without.has(person.id)) continue;
        const language = person.language ?? person.team_language;
        const letter = reminder(
          language,
          { name: doc.board.name, left: left(language, phase, now) },
          post.link(`/m/${meeting}`),
        );
        const mailing = { user: person.id, mailing: 'reminder', team: whose } as const;
        await post.queue(tx, { to: person.email, kind: 'reminder', letter, mailing });
      }
    });
  }
}

/** Null: it was deleted meanwhile. */
async function teamOf(tx: Db, meeting: MeetingId): Promise<string | null> {
  const row = await tx
    .selectFrom('meeting')
    .select('team_id')
    .where('id', '=', meeting)
    .executeTakeFirst();
  return row?.team_id ?? null;
}

/** Of several servers that look at once one reminds. */
async function isFirst(tx: Db, meeting: MeetingId, phase: PhaseId, at: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reminder')
    .values({ meeting_id: meeting, phase_id: phase, at: new Date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const membersAmong = (tx: Db, meeting: MeetingId, people: readonly ParticipantId[]) =>
  people.length === 0
    ? []
    : tx
        .selectFrom('participant')
        .innerJoin('meeting', 'meeting.id', 'participant.meeting_id')
        .innerJoin('team', 'team.id', 'meeting.team_id')
        // Who has left the team meanwhile is not waited for any more.
        .innerJoin('team_member', (join) =>
          join
            .onRef('team_member.team_id', '=', 'team.id')
            .onRef('team_member.user_id', '=', 'participant.user_id'),
        )
        .innerJoin('user', 'user.id', 'participant.user_id')
        .select(['user.id', 'user.email', 'user.language', 'team.language as team_language'])
        .where('participant.meeting_id', '=', meeting)
        .where('participant.id', 'in', [...people])
        .execute();

/** How long it is still open, in words that hold in every time zone. Null: not by the clock. */
function left(language: 'en' | 'de', { window }: Phase, now: number): string | null {
  const closesAt = window?.closesAt ?? null;
  if (closesAt === null) return null;
  const minutes = Math.max(1, Math.round((closesAt - now) / 60_000));
  const [value, unit] =
    minutes < 120
      ? [minutes, 'minute' as const]
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), 'hour' as const]
        : [Math.round(minutes / 1_440), 'day' as const];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}

interface About {
  name: string;
  left: string | null;
}

function reminder(language: 'en' | 'de', { name, left }: About, url: string): Letter {
  if (language === 'de') {
    return {
      language,
      subject: `„${name}“ wartet noch auf dich`,
      paragraphs: [
        'Dein Teil fehlt noch. Er dauert meist nur ein paar Minuten.',
        ...(left === null ? [] : [`Zeit ist noch: ${left}.`]),
      ],
      button: { label: 'Jetzt machen', url },
      footnote: 'Diese Erinnerung hast nur du bekommen. Wer sonst noch fehlt, erfährt niemand.',
    };
  }
  return {
    language,
    subject: `“${name}” is waiting for you`,
    paragraphs: [
      'Your part is still missing. It usually takes a few minutes.',
      ...(left === null ? [] : [`Time left: ${left}.`]),
    ],
    button: { label: 'Do it now', url },
    footnote: 'Only you got this reminder. Nobody is told who else is missing.',
  };
}
