import {
  createMeeting,
  type MeetingId,
  type ParticipantId,
  type Person,
  type PlannedPhase,
} from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { machineChance, newId } from '../../live/machine.ts';
import { newKey } from '../../meetings/new-key.ts';
import { hashToken, newToken } from '../../secret-token.ts';
import { markedId } from './clean-up.ts';

/** Somebody's place in a meeting. */
export interface Seat {
  readonly meeting: MeetingId;
  /** What a guest's cookie holds. */
  readonly key: string;
  readonly leads: boolean;
}

const PEOPLE_PER_MEETING = 8;

const FLOW: readonly PlannedPhase[] = [
  {
    kind: 'collect',
    settings: {
      prompts: ['keep', 'change', 'start'].map((id) => ({ id, title: id, hue: 'moss' })),
    },
  },
  { kind: 'group' },
  { kind: 'vote' },
  { kind: 'discuss' },
];

/** Meetings of the real kind, in an organization of their own, for people who come by a guest's cookie. */
export async function setStage(db: Db, people: number): Promise<Seat[]> {
  const [organization, team] = [markedId(), markedId()];
  const seats: Seat[] = [];
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('organization').values({ id: organization, name: 'Rehearsal' }).execute();
    await tx
      .insertInto('team')
      .values({
        id: team,
        organization_id: organization,
        name: 'Rehearsal',
        guests: 'yes',
        idle_end_days: 14,
        language: 'en',
      })
      .execute();
    for (let first = 0; first < people; first += PEOPLE_PER_MEETING)
      seats.push(...(await setMeeting(tx, team, Math.min(PEOPLE_PER_MEETING, people - first))));
  });
  return seats;
}

async function setMeeting(tx: Db, team: string, people: number): Promise<Seat[]> {
  const id = newKey<MeetingId>();
  const name = 'Rehearsal';
  const ids = Array.from({ length: people }, () => newId<'participant'>());
  const person = (at: number): Person => ({
    name: `Rehearser ${at + 1}`,
    role: 'guest',
    lead: false,
    state: 'in',
  });
  // A meeting has at least one person.
  const host = ids[0] as ParticipantId;
  const doc = createMeeting(
    {
      id,
      name,
      activity: { id: 'start-stop-continue', name },
      guests: 'yes',
      flow: FLOW,
      host: { id: host, person: person(0) },
    },
    phases,
    { ...machineChance, now: Date.now(), present: new Set() },
  );
  ids.forEach((each, at) => (doc.board.people[each] = person(at)));
  await tx
    .insertInto('meeting')
    .values({
      id,
      team_id: team,
      activity_id: 'start-stop-continue',
      activity_name: JSON.stringify({ en: name }),
      hues: ['moss'],
      name,
      status: 'running',
      guests: 'yes',
      facilitator: person(0).name,
      people,
    })
    .execute();
  await sql`insert into meeting_head (meeting_id, head) values (${id}, 0)`.execute(tx);
  await sql`insert into meeting_snapshot (meeting_id, seq, doc)
    values (${id}, 0, ${JSON.stringify(doc)})`.execute(tx);
  const seats = ids.map((_, at) => ({ meeting: id, key: newToken(), leads: at === 0 }));
  await tx
    .insertInto('participant')
    .values(
      seats.map(({ key }, at) => ({
        meeting_id: id,
        id: ids[at] ?? '',
        guest_key: hashToken(key),
        name: person(at).name,
      })),
    )
    .execute();
  return seats;
}
