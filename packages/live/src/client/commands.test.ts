import type { ClientId, Command, Op } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import { bench, SMALL, smallKinds, type Bench, type BenchOptions } from '../testing/index.ts';
import type { Answer } from './index.ts';

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));

const command = (name: string): Command => {
  const found = smallKinds['small']?.commands[name];
  if (!found) throw new Error(`no command ${name}`);
  return found;
};

/** In the meeting, everything from before taken up. */
async function inside(options: Partial<BenchOptions> = {}): Promise<Bench> {
  const it = bench({ breathe, ...options });
  it.latest().letIn();
  await it.clock.settle();
  return it;
}

const act = (it: Bench, name: string, args: unknown): Promise<Answer> =>
  it.client.send(SMALL, command(name), args);

const note = (key: string, text: string): Op => [['phases', SMALL, 'state', 'notes', key], text];

const notesIn = ({ client }: Bench): unknown => {
  const state = client.getState().view?.board.phases[SMALL]?.state;
  return (state as { notes: unknown } | undefined)?.notes;
};

describe('a command', () => {
  test('[C1] shows before the server has heard of it', async () => {
    const it = await inside();
    void act(it, 'say', { key: 'a', text: 'at once' });
    expect(notesIn(it)).toEqual({ a: 'at once' });
    expect(it.latest().dos()).toEqual([]);
  });

  test('[C1] that is refused on the spot is not sent', async () => {
    const it = await inside();
    void act(it, 'say', { key: 'a', text: 'first' });
    expect(await act(it, 'say', { key: 'a', text: 'again' })).toBe('exists');
    expect(await act(it, 'say', { key: 'b', text: 'x'.repeat(4_001) })).toBe('too-long');
    await it.clock.settle();
    expect(it.latest().dos().length).toBe(1);
  });

  test('[C1] of the server changes nothing and waits until it is answered', async () => {
    const it = await inside();
    const before = it.client.getState().view;
    const answer = act(it, 'show', {});
    await it.clock.settle();
    expect(it.client.getState().view).toBe(before);
    expect(it.client.getState().waiting).toMatchObject([
      { phase: SMALL, name: 'show', server: true },
    ]);
    it.latest().entry(1, { n: 1 });
    expect(await answer).toBe('done');
    expect(it.client.getState().waiting).toEqual([]);
  });

  test('[C2] is carried out again on top of what others do, and what nobody touched stays the same', async () => {
    const it = await inside();
    void act(it, 'say', { key: 'mine', text: 'mine' });
    await it.clock.settle();
    const { people, tasks } = it.client.getState().view?.board ?? {};
    it.latest().entry(1, { b: [note('theirs', 'theirs')] });
    expect(notesIn(it)).toEqual({ mine: 'mine', theirs: 'theirs' });
    expect(it.client.getState().view?.board.people).toBe(people);
    expect(it.client.getState().view?.board.tasks).toBe(tasks);
  });

  test('[C2] that cannot be carried out any more is not shown, and the server decides', async () => {
    const it = await inside();
    const answer = act(it, 'say', { key: 'a', text: 'mine' });
    await it.clock.settle();
    it.latest().entry(1, { b: [note('a', 'theirs')] });
    expect(notesIn(it)).toEqual({ a: 'theirs' });
    expect(it.client.getState().waiting.length).toBe(1);
    it.latest().entry(2, { n: 1, no: { 1: 'exists' } });
    expect(await answer).toBe('exists');
    expect(it.refused).toMatchObject([{ name: 'say', code: 'exists', args: { text: 'mine' } }]);
  });

  test('[C2] with a defect is refused by nobody and stops nobody: the view goes on', async () => {
    const it = await inside();
    await expect(async () => act(it, 'fail', {})).rejects.toThrow('a defect');
    it.latest().entry(1, { b: [note('a', 'theirs')] });
    expect(notesIn(it)).toEqual({ a: 'theirs' });
  });

  test('[C3] is stored before it is sent, and forgotten when it is answered', async () => {
    const it = await inside();
    let stored = (): void => undefined;
    it.store.keeping = () => new Promise((resume) => (stored = resume));
    void act(it, 'say', { key: 'a', text: 'kept' });
    await it.clock.settle();
    expect(it.latest().dos()).toEqual([]);
    expect(it.client.getState().unsent).toBe(1);
    stored();
    await it.clock.settle();
    expect(it.latest().dos()).toMatchObject([{ n: 1, p: SMALL, c: 'say' }]);
    expect(it.client.getState().unsent).toBe(0);
    it.latest().entry(1, { b: [note('a', 'kept')], n: 1 });
    expect(it.store.forgotten).toEqual([['client1', 1]]);
  });

  test('[C3] on a device that cannot store is sent all the same, and the person is told', async () => {
    const it = await inside();
    it.store.keeping = () => Promise.reject(new Error('no space'));
    void act(it, 'say', { key: 'a', text: 'not kept' });
    await it.clock.settle();
    expect(it.latest().dos().length).toBe(1);
    expect(it.client.getState().stored).toBe(false);
    expect(it.defects.length).toBe(1);
  });

  test('[C4] of an earlier visit goes first, under its old number, over a connection of its own', async () => {
    const client = 'earlier' as ClientId;
    const args = { key: 'old', text: 'from yesterday' };
    const left = { n: 7, seq: 0, phase: SMALL, name: 'say', args, server: false };
    const it = await inside({ stored: [{ client, commands: [left] }] });
    const [own, old] = it.wires;
    expect(notesIn(it)).toEqual({ old: 'from yesterday' });
    expect(it.client.getState().unsent).toBe(1);
    void act(it, 'say', { key: 'new', text: 'from today' });
    await it.clock.settle();
    expect(own?.dos()).toEqual([]);

    old?.letIn({ n: 6 });
    expect(old?.join()).toMatchObject({ client: 'earlier', since: 0 });
    expect(old?.dos()).toMatchObject([{ n: 7, c: 'say', a: args }]);
    old?.entry(1, { b: [note('old', 'from yesterday')], n: 7 });
    await it.clock.settle();
    expect(old?.isClosed()).toBe(true);
    expect(own?.join()).toMatchObject({ client: 'client1' });
    expect(own?.dos()).toMatchObject([{ n: 1, c: 'say', a: { key: 'new' } }]);
    // Answered, but its entry has not arrived on this connection: it is still shown.
    expect(notesIn(it)).toEqual({ old: 'from yesterday', new: 'from today' });
    expect(it.store.forgotten).toEqual([[client, 7]]);
  });
});
