import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Post } from '../mail/post.ts';
import { zonesOf } from '../mail/zones.ts';
import { notify } from '../notifications/notify.ts';
import { noticeLetter } from './letters.ts';
import { addressed, payersOf, type Recipient } from './payers.ts';

/**
 * How often a team was told (`team_state.reminders`): 1 when the notice period began, 2 and 3 are the
 * reminders, 4 when it became read-only. What was missed, because no server ran, is not made up for.
 */
export const stageNow = sql<number>`case
  when team_state.read_only_from <= now() then 4
  when team_state.read_only_from <= now() + interval '3 days' then 3
  when team_state.read_only_from <= now() + interval '15 days' then 2
  else 1 end`;

interface Told {
  readonly id: string;
  readonly name: string;
  readonly stage: number;
  readonly from: Date;
}

/**
 * Tells leads, owners and who looks after payment what becomes of teams that are too many, once for each
 * stage: what was told is kept in the same transaction. Expects the organization to be locked.
 */
export async function tellOfNotices(tx: Db, post: Post, organization: string): Promise<void> {
  const due: Told[] = await tx
    .selectFrom('team')
    .innerJoin('team_state', 'team_state.team_id', 'team.id')
    .select(['team.id', 'team.name', stageNow.as('stage')])
    .select((e) => e.ref('team_state.read_only_from').$castTo<Date>().as('from'))
    .where('team.organization_id', '=', organization)
    .where('team_state.archived_at', 'is', null)
    .where('team_state.read_only_from', 'is not', null)
    .where('team_state.reminders', '<', stageNow)
    .orderBy('team.name')
    .execute();
  if (due.length === 0) return;
  const payers = await payersOf(tx, organization);
  const leads = await leadsOf(tx, due);
  for (const team of due) {
    const to = leads.filter((lead) => lead.team === team.id).map(({ id }) => id);
    await tellInside(tx, { organization, team: team.id, to, told: team });
    await tx
      .updateTable('team_state')
      .set({ reminders: team.stage })
      .where('team_id', '=', team.id)
      .execute();
  }
  // Owners are told once of all their teams, however many these are.
  const [first] = due;
  if (first) {
    const to = payers.map(({ id }) => id);
    await tellInside(tx, { organization, team: null, to, told: first });
  }
  await mail(tx, post, { organization, due, payers, leads });
}

interface Inside {
  readonly organization: string;
  readonly team: string | null;
  readonly to: readonly string[];
  readonly told: Told;
}

async function tellInside(tx: Db, { organization, team, to, told }: Inside): Promise<void> {
  const from = told.from.toISOString();
  const once = `${team ?? organization}:${from}:${told.stage}`;
  if (told.stage === 4) {
    await notify(tx, { kind: 'team-read-only', to, team, about: { organization }, once });
  } else {
    const about = { organization, from };
    await notify(tx, { kind: 'team-read-only-soon', to, team, about, once });
  }
}

const leadsOf = (tx: Db, teams: readonly Told[]): Promise<(Recipient & { team: string })[]> =>
  tx
    .selectFrom('team_member')
    .innerJoin('user', 'user.id', 'team_member.user_id')
    .select(['user.id', 'user.email', 'user.language', 'team_member.team_id as team'])
    .where('team_member.role', '=', 'lead')
    .where(
      'team_member.team_id',
      'in',
      teams.map(({ id }) => id),
    )
    .execute();

interface Mailing {
  readonly organization: string;
  readonly due: readonly Told[];
  readonly payers: readonly Recipient[];
  readonly leads: readonly (Recipient & { team: string })[];
}

/** One mail for each person, with all teams that concern them. */
async function mail(
  tx: Db,
  post: Post,
  { organization, due, payers, leads }: Mailing,
): Promise<void> {
  const { name, language: usual } = await addressed(tx, organization);
  const people = new Map([...leads, ...payers].map((person) => [person.id, person]));
  const zoneOf = await zonesOf(tx, [...people.keys()]);
  for (const person of people.values()) {
    const pays = payers.some(({ id }) => id === person.id);
    const theirs = due.filter(
      ({ id }) => pays || leads.some((lead) => lead.id === person.id && lead.team === id),
    );
    for (const [isOver, teams] of byWhetherOver(theirs)) {
      const letter = noticeLetter(person.language ?? usual, {
        organization: name,
        teams: teams.map((team) => team.name),
        from: isOver ? null : (teams[0]?.from ?? null),
        zone: zoneOf(person.id),
        isReminder: teams.every(({ stage }) => stage > 1),
        pays,
        url: post.link(`/organizations/${organization}#plan`),
      });
      await post.queue(tx, { to: person.email, kind: 'plan-notice', letter });
    }
  }
}

/** Teams that can be read only by now, and those that will be, in mails of their own. */
function byWhetherOver(teams: readonly Told[]): [boolean, Told[]][] {
  const parts: [boolean, Told[]][] = [
    [true, teams.filter(({ stage }) => stage === 4)],
    [false, teams.filter(({ stage }) => stage < 4).toSorted((a, b) => +a.from - +b.from)],
  ];
  return parts.filter(([, part]) => part.length > 0);
}
