import type { TeamTask } from '@rondo/contract';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../testing/people.ts';
import { task } from './testing/driven-meeting.ts';
import { teamPromises, textsOf } from './testing/team-promises.ts';

const { ada, bo, tasks, clear, meetingOf } = await teamPromises();
const byText = (list: readonly TeamTask[], text: string) =>
  list.find((each) => each.text === text)!;

describe('what a meeting agreed on', () => {
  it('is the team’s from its end on, with the account of whom it belongs to', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    const person = await retro.personOf(bo.id);
    await retro.run(null, 'enter', { person, name: 'Bo', role: 'member', lead: false }, null);
    await retro.run(null, 'addTask', task('a', 'Write it', { owner: person, due: '2027-01-31' }));
    await retro.run(null, 'addTask', task('b', 'Forget it'));
    expect(await tasks()).toEqual([]);
    await retro.end();
    expect(await tasks()).toMatchObject([
      {
        text: 'Write it',
        owner: { id: bo.id, name: 'Bo' },
        due: '2027-01-31',
        status: 'open',
        meeting: { id: retro.id, name: 'Agenda Meeting' },
      },
      { text: 'Forget it', owner: null },
    ]);
  });

  it('is not doubled when the meeting is opened again and ends again; what is gone there goes', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write it'));
    await retro.run(null, 'addTask', task('b', 'Forget it'));
    await retro.end();
    const [first] = await tasks();
    await retro.reopen();
    await retro.run(null, 'removeTask', { id: 'b' });
    await retro.run(null, 'editTask', { id: 'a', text: 'Write it well', done: true });
    await retro.end();
    expect(await tasks()).toEqual([]);
    expect(await tasks('done')).toMatchObject([{ id: first?.id, text: 'Write it well' }]);
    await retro.reopen();
    await retro.run(null, 'editTask', { id: 'a', done: false });
    await retro.end();
    expect(textsOf(await tasks())).toEqual(['Write it well']);
  });

  it('stays when its meeting is deleted', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write it'));
    await retro.end();
    bodyOf(await ada.send('DELETE', `/api/meetings/${retro.id}`, {}));
    expect(await tasks()).toMatchObject([
      { text: 'Write it', meeting: { id: null, name: 'Agenda Meeting' } },
    ]);
  });
});

describe('the next meeting', () => {
  /** Three promises of an earlier meeting, the first one Bo's. */
  async function promised() {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    const person = await retro.personOf(bo.id);
    await retro.run(null, 'enter', { person, name: 'Bo', role: 'member', lead: false }, null);
    await retro.run(null, 'addTask', task('a', 'One', { owner: person }));
    await retro.run(null, 'addTask', task('b', 'Two'));
    await retro.run(null, 'addTask', task('c', 'Three'));
    await retro.end();
    return retro;
  }

  it('knows what is open, and whose it is before they have come', async () => {
    await promised();
    const next = await meetingOf('weekly-check-in');
    const { tasks: brought, order } = await next.state<{
      tasks: Record<string, object>;
      order: string[];
    }>('review');
    expect(order.map((id) => brought[id])).toMatchObject([
      { text: 'One', owner: await next.personOf(bo.id), meeting: 'Agenda Meeting' },
      { text: 'Two', owner: null },
      { text: 'Three', owner: null },
    ]);
    await next.end();
  });

  it('closes, changes and keeps tasks; ended again, it says otherwise', async () => {
    await promised();
    const open = await tasks();
    const [one, two, three] = ['One', 'Two', 'Three'].map((text) => byText(open, text).id);
    const next = await meetingOf('weekly-check-in');
    await next.run(null, 'openPhase', { phase: 'review-2' }, null);
    await next.run('review', 'setVerdict', { task: one, verdict: 'done' });
    await next.run('review', 'setVerdict', { task: two, verdict: 'dropped' });
    await next.run('review', 'amend', { task: three, text: 'Three again', due: '2027-02-01' });
    await next.end();
    expect(await tasks()).toMatchObject([{ id: three, text: 'Three again', due: '2027-02-01' }]);
    expect(await tasks('done')).toMatchObject([{ id: one, helped: null }]);
    expect(await tasks('dropped')).toMatchObject([{ id: two }]);

    await next.reopen();
    await next.run('review', 'setVerdict', { task: one, verdict: 'keep' });
    await next.end();
    expect(textsOf(await tasks())).toEqual(['One', 'Three again']);
    expect(byText(await tasks(), 'One').owner).toEqual({ id: bo.id, name: 'Bo' });
  });

  it('does not open again what somebody else has closed', async () => {
    const retro = await promised();
    const { id } = byText(await tasks(), 'One');
    const next = await meetingOf('weekly-check-in');
    await next.run(null, 'openPhase', { phase: 'review-2' }, null);
    await next.run('review', 'setVerdict', { task: id, verdict: 'keep' });
    bodyOf(await bo.there.send('PATCH', `/api/tasks/${id}`, { status: 'done' }));
    await next.end();
    await retro.reopen();
    await retro.end();
    expect(textsOf(await tasks('done'))).toEqual(['One']);
  });
});

describe('an open task', () => {
  it('is changed by any member, and given to members alone', async () => {
    await clear();
    const retro = await meetingOf('agenda-meeting');
    await retro.run(null, 'addTask', task('a', 'Write it'));
    await retro.end();
    const [{ id } = { id: '' }] = await tasks();
    const change = (changes: object) => bo.there.send('PATCH', `/api/tasks/${id}`, changes);
    const given = bodyOf<TeamTask>(await change({ owner: bo.id, text: 'Do it' }));
    expect(given).toMatchObject({ text: 'Do it', owner: { id: bo.id, name: 'Bo' } });
    expect((await change({ owner: crypto.randomUUID() })).status).toBe(404);
    expect((await change({ due: 'soon' })).status).toBe(400);
    expect(bodyOf<TeamTask>(await change({ status: 'dropped' })).closedAt).not.toBeNull();
    expect(bodyOf<TeamTask>(await change({ status: 'open' })).closedAt).toBeNull();
  });
});
