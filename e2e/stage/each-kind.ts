import type { Page } from 'playwright-core';
import { claimServer, endAtOnce, enterAsGuest, expectPhase, goOn, startMeeting } from './acts.ts';
import { expectAccessible } from './axe.ts';
import { compose } from './direct.ts';
import { addTask } from './phases.ts';
import type { Stage } from './stage.ts';

/** On a desk, on a phone, and a third who makes the group large enough where that counts. */
export type People = readonly [desk: Page, phone: Page, third: Page];

export interface Tried {
  kind: string;
  title: string;
  settings?: object;
  /** What people do there before it is looked at, and once more after each step. */
  does: readonly ((people: People) => Promise<void>)[];
}

/** Plays a meeting of these steps: no screen shuts anybody out, before, while and after something happens there. */
export async function expectAllAccessible(stage: Stage, tried: readonly Tried[]): Promise<void> {
  const { page: desk } = await stage.person('Ada');
  await claimServer(desk, stage.server, 'Ada Host');
  const team = desk.url();
  // It stands in front of every meeting in a team that has promised something.
  if (tried.some(({ kind }) => kind === 'review')) await promise(desk, team);
  await compose(
    desk,
    'One of each',
    tried.map(({ kind, title, settings = {} }) => ({ kind, title, settings })),
  );
  const address = await startMeeting(desk, 'One of each', 'Come in by the link');
  const { page: phone } = await stage.person('Gus', { phone: true });
  await enterAsGuest(phone, address, 'Gus');
  const { page: third } = await stage.person('Tom');
  await enterAsGuest(third, address, 'Tom');
  const people: People = [desk, phone, third];
  const check = async (screen: string): Promise<void> => {
    await expectAccessible(desk, `${screen}, on a desk`);
    await expectAccessible(phone, `${screen}, on a phone`);
  };
  for (const [index, { kind, title, does }] of tried.entries()) {
    await expectPhase(people, title);
    await check(`${kind} before anything happens`);
    for (const act of does) {
      await act(people);
      await check(kind);
    }
    const next = tried[index + 1];
    if (next) await goOn(desk, `Next: ${next.title}`);
  }
  for (const { title } of tried.slice(0, -1)) {
    for (const page of [desk, phone]) {
      const flow = page.getByRole('navigation', { name: 'Phases of this meeting' });
      await flow.getByRole('button', { name: new RegExp(`^${title}`) }).click();
      await expectPhase([page], title);
    }
    await check(`${title} that is done`);
  }
  const last = tried.at(-1);
  if (last)
    await desk
      .getByRole('navigation', { name: 'Phases of this meeting' })
      .getByRole('button', { name: new RegExp(`^${last.title}`) })
      .click();
  await endAtOnce(desk);
  await phone.waitForURL(/\/outcome$/);
  await phone.getByRole('heading', { name: /took part/ }).waitFor();
  await desk.getByRole('heading', { name: /took part/ }).waitFor();
  await check('outcome');
}

/** A meeting before this one in which something was promised. */
async function promise(page: Page, team: string): Promise<void> {
  await compose(page, 'A talk before', [{ kind: 'discuss' }]);
  await startMeeting(page, 'A talk before', 'Stay out');
  await page.getByLabel('Another topic').fill('Noise');
  await page.getByRole('button', { name: 'Add topic' }).click();
  await page.getByRole('heading', { name: 'Noise' }).waitFor();
  await addTask(page, { text: 'Find a quiet room', owner: 'Ada Host', due: '2031-05-20' });
  await endAtOnce(page);
  await page.goto(team);
  await page.getByRole('heading', { name: 'Past meetings' }).waitFor();
}
