import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { endAtOnce, PASSWORD } from './acts.ts';
import type { Person } from './browser.ts';
import { ask, organizationOf, post, startDirectly } from './direct.ts';
import type { Stage } from './stage.ts';

export interface Between {
  readonly organization: string;
  /** Where most of it is: two people, tasks, meetings, a webhook. */
  readonly team: string;
  /** Can only be read. */
  readonly archived: string;
  /** One more than the plan allows: it can be worked with for some days to come. */
  readonly noticed: string;
  readonly task: string;
  /** A draft still. */
  readonly report: string;
  /** The path of a mail's link that switches such mails off. */
  readonly unsubscribe: string;
  readonly ben: Person;
}

const OPEN_FOR_AN_HOUR = {
  phase: 0,
  opensAfter: 0,
  closesAfter: 60,
  whenDone: false,
  remindBefore: null,
  lateFor: null,
};

/**
 * What a team has gathered between its meetings, put there without the screens.
 * @param page of the server's owner, on the page of their first team; plans are on
 */
export async function fillBetween(stage: Stage, page: Page, team: string): Promise<Between> {
  const organization = await organizationOf(page);
  await ask(page, 'PUT', `server/plans/${organization}`, { plan: 'team' });
  const archived = await makeTeam(page, organization, 'Attic');
  const noticed = await makeTeam(page, organization, 'Tunnels');
  const kept = await makeTeam(page, organization, 'Bridges');
  await post(page, `teams/${archived}/tasks`, { text: 'Dust the attic' });
  await post(page, `teams/${archived}/archive`, {});
  const ben = await joinDirectly(stage, page, team, 'Ben');
  await post(ben.page, `teams/${noticed}/join`, {});
  const task = await makeTasks(page, team);
  await post(ben.page, `tasks/${task}/comments`, { text: 'Shall I help, @Ada Host?' });
  await post(page, `teams/${team}/agenda`, { text: 'Invoices are late', note: 'By a week' });
  await post(page, `teams/${team}/webhooks`, {
    form: 'standard',
    name: 'Gone',
    address: 'https://no-such-host.invalid/',
    events: ['meeting.started'],
  });
  const report = await makeReport(page, team);
  // It waits for those who have not answered.
  await startDirectly(page, { activity: 'daily-standup', windows: [OPEN_FOR_AN_HOUR] });
  await ask(page, 'PUT', `server/plans/${organization}`, { plan: 'free' });
  await ask(page, 'PUT', `organizations/${organization}/plan/kept`, { teams: [team, kept] });
  return {
    organization,
    team,
    archived,
    noticed,
    task,
    report,
    unsubscribe: await linkToUnsubscribe(page),
    ben,
  };
}

export async function makeTeam(page: Page, organization: string, name: string): Promise<string> {
  const { team } = await ask<{ team: string }>(page, 'POST', 'teams', { organization, name });
  return team;
}

/** Somebody makes an account by the link of a mail, and is in the team. */
export async function joinDirectly(
  stage: Stage,
  owner: Page,
  team: string,
  name: string,
): Promise<Person> {
  const email = `${name.toLowerCase()}@example.org`;
  await post(owner, `teams/${team}/invitations/mail`, { emails: [email] });
  const text = await mailWith(owner, email, '/join#');
  const person = await stage.person(name);
  // Any page of the server: what is asked from there comes from this person.
  await person.page.goto('/sign-in');
  const [, token] = /\/join#([\w-]+)/.exec(text) ?? [];
  await post(person.page, 'invitations/join', { token, name, password: PASSWORD });
  return person;
}

/** One for each column of the board. @returns one with words, a day and an owner */
async function makeTasks(page: Page, team: string): Promise<string> {
  const { id: me } = await ask<{ id: string }>(page, 'GET', 'me');
  const { id: task } = await ask<{ id: string }>(page, 'POST', `teams/${team}/tasks`, {
    text: 'Write the runbook #docs',
    details: 'With a list:\n\n- of hosts\n- of `commands`',
    owner: me,
    due: '2020-05-20',
  });
  await post(page, `teams/${team}/tasks`, { text: 'Ask the admins #ops', stage: 'stuck' });
  await post(page, `teams/${team}/tasks`, { text: 'Dream of holidays', stage: 'future' });
  const { id: done } = await ask<{ id: string }>(page, 'POST', `teams/${team}/tasks`, {
    text: 'Send the invoice',
  });
  await ask(page, 'PATCH', `tasks/${done}`, { status: 'done' });
  return task;
}

/** A meeting for a report of one line. @returns the draft */
export async function makeReport(page: Page, team: string): Promise<string> {
  const plan = { activity: 'ship-report', without: [0, 1], windows: [] };
  await page.goto(await startDirectly(page, plan));
  await page.getByLabel('New line').first().fill('Sped up the search by half');
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'Sped up the search' }).waitFor();
  await endAtOnce(page);
  await page.goto(`/teams/${team}`);
  const { reports } = await ask<{ reports: { id: string }[] }>(
    page,
    'GET',
    `teams/${team}/reports`,
  );
  return reports[0]?.id ?? '';
}

async function linkToUnsubscribe(page: Page): Promise<string> {
  const text = await mailWith(page, 'ada.host@example.org', '/unsubscribe#');
  return /\/unsubscribe#[\w-]+/.exec(text)?.[0] ?? '';
}

/** The text of the latest mail to somebody that holds this; it may be on its way still. */
async function mailWith(page: Page, to: string, words: string): Promise<string> {
  let found = '';
  await expect
    .poll(async () => {
      const { mails } = await ask<{ mails: { id: string; to: string }[] }>(page, 'GET', 'outbox');
      for (const { id } of mails.filter((each) => each.to === to)) {
        const { text } = await ask<{ text: string }>(page, 'GET', `outbox/${id}`);
        if (text.includes(words)) found = text;
      }
      return found;
    })
    .toContain(words);
  return found;
}

/** @returns the path of the page that is for everybody now */
export async function publish(page: Page, report: string): Promise<string> {
  const { version } = await ask<{ version: number }>(page, 'GET', `reports/${report}`);
  const { url } = await ask<{ url: string }>(page, 'POST', `reports/${report}/publish`, {
    version,
    audience: 'public',
  });
  return new URL(url).pathname;
}
