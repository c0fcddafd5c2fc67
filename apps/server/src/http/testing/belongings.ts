import type { Invitation } from '@rondo/contract';
import { promise } from '../../tasks/testing/promise.ts';
import type { Browser } from '../../testing/browser.ts';
import { COMPOSED } from '../../testing/composed.ts';
import { endMeeting, startedIn } from '../../testing/meetings.ts';
import { bodyOf, claimedBy, homeOf, mailTo } from '../../testing/people.ts';
import { PLANNED } from '../../testing/planned.ts';
import type { TestServer } from '../../testing/server.ts';
import { REPORT, WEBHOOK } from './endpoints.ts';
import type { Ids } from './ids.ts';

/** Ada, and one of everything that belongs to somebody. */
export interface Belongings {
  readonly ada: Browser;
  readonly ids: Ids;
  /** Another running meeting of hers. */
  readonly start: () => Promise<string>;
}

export async function belongingsOn(server: TestServer): Promise<Belongings> {
  const { ada, team } = await claimedBy(server);
  const start = () => startedIn(team, ada, { guests: 'lobby' });
  const [meeting, ended] = [await start(), await start()];
  await endMeeting(server, ended);
  const { invitation } = bodyOf<{ invitation: Invitation }>(
    await ada.post(`/api/teams/${team}/invitations/link`),
  );
  bodyOf(await ada.post(`/api/teams/${team}/invitations/mail`, { emails: ['b@example.org'] }));
  const { id: mail } = await mailTo(server, 'b@example.org');
  const { me, organization } = await homeOf(ada);
  const member = me.id;
  const composed = await ada.post(`/api/teams/${team}/activities`, { content: COMPOSED });
  const { activity } = bodyOf<{ activity: string }>(composed);
  const planned = await ada.post(`/api/teams/${team}/series`, PLANNED);
  const { id: series } = bodyOf<{ id: string }>(planned);
  const ids = {
    team,
    organization,
    request: await requestOf(server, member, organization),
    meeting,
    ended,
    member,
    invitation: invitation.id,
    mail,
    series,
    activity,
    ...(await kept(server, ada, team)),
    ...(await moved(ada)),
    ...(await told(server, ada, team)),
  };
  return { ada, ids, start };
}

/** Somebody asks to join, as far as everybody else can tell. */
async function requestOf(server: TestServer, user: string, organization: string): Promise<string> {
  const id = crypto.randomUUID();
  await server.app.db
    .insertInto('join_request')
    .values({ id, user_id: user, organization_id: organization, team_id: null })
    .execute();
  return id;
}

/** A task, a report and an item of the agenda, as meetings leave them. */
async function kept(
  server: TestServer,
  ada: Browser,
  team: string,
): Promise<Pick<Ids, 'task' | 'item' | 'report'>> {
  const agenda = await ada.post(`/api/teams/${team}/agenda`, { text: 'Budget' });
  const [item] = bodyOf<{ items: { id: string }[] }>(agenda).items;
  const task = await promise(server.app.db, team);
  const report = crypto.randomUUID();
  await server.app.db
    .insertInto('report')
    .values({
      id: report,
      team_id: team,
      number: 1,
      content: JSON.stringify(REPORT),
      figures: '[]',
      author_name: 'Ada',
      key: 'k'.repeat(22),
    })
    .execute();
  return { task, item: item?.id ?? '', report };
}

/** A webhook with something that was sent. */
async function told(
  server: TestServer,
  ada: Browser,
  team: string,
): Promise<Pick<Ids, 'webhook' | 'delivery'>> {
  const made = await ada.post(`/api/teams/${team}/webhooks`, WEBHOOK);
  const { id: webhook } = bodyOf<{ webhook: { id: string } }>(made).webhook;
  const delivery = crypto.randomUUID();
  await server.app.db
    .insertInto('webhook_delivery')
    .values({
      id: delivery,
      webhook_id: webhook,
      message: 'msg_1',
      event: 'meeting.started',
      payload: '{}',
      state: 'delivered',
    })
    .execute();
  return { webhook, delivery };
}

/** An export, and a file that waits to be imported. */
async function moved(ada: Browser): Promise<Pick<Ids, 'job' | 'upload'>> {
  const { id } = bodyOf<{ id: string }>(await ada.post('/api/me/exports'));
  const sent = await ada.post('/api/uploads', { name: 'x.zip', bytes: 3 });
  return { job: id, upload: bodyOf<{ upload: string }>(sent).upload };
}
