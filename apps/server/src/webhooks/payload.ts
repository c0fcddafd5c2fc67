import type { Db } from '../database/database.ts';
import type { EventKind } from './events.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * What is sent: ids, names of what everybody in the team knows, and links. Never what people wrote, so
 * nothing that is anonymous or hidden can be in it.
 */
export interface Payload {
  readonly type: EventKind | 'webhook.test';
  /** When it happened. */
  readonly timestamp: string;
  readonly data: {
    readonly organization: Named | null;
    readonly team: Named | null;
    readonly meeting?: Named & { readonly activity: string; readonly url: string | null };
    readonly phase?: { readonly id: string };
    readonly task?: { readonly id: string; readonly url: string | null };
    readonly report?: { readonly id: string; readonly number: number; readonly url: string | null };
  };
}

export interface EventRow {
  readonly kind: EventKind;
  readonly team_id: string | null;
  readonly about: Readonly<Record<string, string>>;
  readonly at: Date;
}

type Link = (path: string) => string | null;

/** Null: it is gone meanwhile, or private. */
export async function payloadOf(db: Db, event: EventRow, link: Link): Promise<Payload | null> {
  const team = await db
    .selectFrom('team')
    .innerJoin('organization', 'organization.id', 'team.organization_id')
    .select(['team.id', 'team.name', 'organization.id as organization_id'])
    .select('organization.name as organization')
    .where('team.id', '=', event.team_id)
    .executeTakeFirst();
  if (!team) return null;
  const subject = await subjectOf(db, event, link);
  if (!subject) return null;
  return {
    type: event.kind,
    timestamp: event.at.toISOString(),
    data: {
      organization: { id: team.organization_id, name: team.organization },
      team: { id: team.id, name: team.name },
      ...subject,
    },
  };
}

async function subjectOf(
  db: Db,
  { kind, team_id, about }: EventRow,
  link: Link,
): Promise<Partial<Payload['data']> | null> {
  switch (kind) {
    case 'meeting.started':
    case 'meeting.ended':
    case 'window.closing': {
      const meeting = await db
        .selectFrom('meeting')
        .select(['id', 'name', 'activity_id'])
        .where('id', '=', about['meeting'] ?? '')
        .executeTakeFirst();
      if (!meeting) return null;
      const url = link(`/m/${meeting.id}${kind === 'meeting.ended' ? '/outcome' : ''}`);
      const { id, name, activity_id: activity } = meeting;
      const { phase } = about;
      return { meeting: { id, name, activity, url }, ...(phase && { phase: { id: phase } }) };
    }
    case 'task.created':
    case 'task.changed': {
      const task = await db
        .selectFrom('task')
        .select('id')
        .where('id', '=', about['task'] ?? '')
        .where('private_to', 'is', null)
        .executeTakeFirst();
      if (!task) return null;
      return { task: { id: task.id, url: link(`/teams/${team_id}/tasks?task=${task.id}`) } };
    }
    case 'report.published': {
      const report = await db
        .selectFrom('report')
        .select(['id', 'number'])
        .where('id', '=', about['report'] ?? '')
        .where('state', '=', 'published')
        .executeTakeFirst();
      if (!report) return null;
      return { report: { ...report, url: link(`/reports/${report.id}`) } };
    }
  }
}

/** What the test button sends. */
export const testPayload = (at: Date, team: Named | null, organization: Named): Payload => ({
  type: 'webhook.test',
  timestamp: at.toISOString(),
  data: { organization, team },
});
