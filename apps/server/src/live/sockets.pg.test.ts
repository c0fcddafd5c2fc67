import { once } from 'node:events';
import { CLOSE, LARGEST_FRAME, type FromServer } from '@rondo/live/messages';
import { SMALL, smallMeeting } from '@rondo/live/testing';
import type { MeetingId } from '@rondo/meeting';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../testing/postgres.ts';
import { call, callIn, isOpen, joining, until, type Caller } from './testing/caller.ts';
import { liveServer } from './testing/live-server.ts';

const meeting = 'meeting' as MeetingId;
const url = await freshDatabase();
const one = await liveServer(url, { doorLimits: { perUser: 3, perAddress: 1_000 } });
const busy = { perSecond: 100_000, burst: 100_000 };
const two = await liveServer(url, {
  limits: { commands: busy, messages: busy, queued: 100_000, deafMs: 1_000 },
});
afterAll(() => Promise.all([one.close(), two.close()]));
await one.live.log.create(meeting, smallMeeting(meeting));

describe('sockets', () => {
  test('people on two nodes work in one meeting', async () => {
    const [ann, bob] = [
      await callIn(one.port, meeting, 'ann'),
      await callIn(two.port, meeting, 'bob'),
    ];
    ann.act('say', { key: 'a', text: 'größer 👩‍💻' });
    bob.act('say', { key: 'b', text: 'x'.repeat(3_000) });
    await until(() => expect([ann.answered(), bob.answered()]).toEqual([1, 1]));
    const late = await callIn(two.port, meeting, 'cy');
    await until(() => {
      const view = late.messages.find((each) => each.t === 'view');
      expect(view?.board.phases[SMALL]?.state).toEqual({
        notes: { a: 'größer 👩‍💻', b: 'x'.repeat(3_000) },
      });
    });
    for (const caller of [ann, bob, late]) caller.web.close();
  });

  test.each([
    ['a binary message', Buffer.from('{}'), CLOSE.malformed],
    ['no message of the protocol', '{"t":"dance"}', CLOSE.malformed],
    ['too large a message', 'x'.repeat(LARGEST_FRAME + 1), CLOSE.tooBig],
  ])('[R25] %s closes that socket alone', async (_, data, code) => {
    const ann = await callIn(one.port, meeting, 'ann');
    const bad = call(one.port, 'bob');
    await isOpen(bad);
    bad.web.send(data);
    await until(() => expect(bad.closed()).toBe(code));
    ann.act('put', { key: 'k', text: 'fine' });
    await until(() => expect(ann.answered()).toBe(1));
    ann.web.close();
  });

  test('somebody without a session is told to sign in, at the door and when it ends', async () => {
    const nobody = call(one.port, '');
    await isOpen(nobody);
    nobody.tell(joining(meeting));
    await until(() => expect(nobody.closed()).toBe(CLOSE.signedOut));
    const dee = await callIn(one.port, meeting, 'dee');
    const ann = await callIn(one.port, meeting, 'ann');
    one.ended.add('dee');
    // Said on the other node: sessions end anywhere.
    await until(() => {
      two.live.node.poke('revoked:session:dee');
      expect(dee.closed()).toBe(CLOSE.signedOut);
    });
    expect(ann.closed()).toBe(null);
    ann.web.close();
  });

  test('one account has so many connections and no more', async () => {
    const tabs: Caller[] = [];
    for (let each = 0; each < 3; each++) tabs.push(await callIn(one.port, meeting, 'eve'));
    const more = call(one.port, 'eve');
    await isOpen(more);
    more.tell(joining(meeting));
    await until(() => expect(more.closed()).toBe(CLOSE.overloaded));
    tabs[0]?.web.close();
    await until(() => expect(tabs[0]?.closed()).not.toBe(null));
    await callIn(one.port, meeting, 'eve');
    for (const tab of tabs) tab.web.close();
  });

  test('[R24] T10: a reader that does not read is cut off, and nobody else waits for it', async () => {
    const ann = await callIn(two.port, meeting, 'ann');
    const bob = await callIn(two.port, meeting, 'bob');
    const deaf = await callIn(two.port, meeting, 'deaf');
    deaf.web.pause();
    const seen = bob.messages.length;
    const { node } = two.live;
    let sent = 0;
    // First what the kernel takes for it, then more than the server is ready to keep.
    await until(() => {
      if (ann.answered() === sent)
        for (let each = 0; each < 200; each++)
          sent = ann.act('put', { key: `k${each}`, text: `${sent} ${'x'.repeat(3_900)}` });
      expect(node.figures().slowReaders).toBe(1);
    });
    await until(() => expect(node.figures().connections).toBe(2));
    await until(() => expect(ann.answered()).toBe(sent));
    const entries = (messages: readonly FromServer[]): number[] =>
      messages.flatMap((each) => (each.t === 'p' ? [each.s] : []));
    await until(() => expect(entries(bob.messages).at(-1)).toBe(entries(ann.messages).at(-1)));
    const heard = entries(bob.messages.slice(seen));
    expect(heard).toEqual(heard.map((_, at) => (heard[0] ?? 0) + at));
    expect([ann.closed(), bob.closed()]).toEqual([null, null]);
    for (const caller of [ann, bob, deaf]) caller.web.terminate();
  });
});

describe('streams with posts, where sockets are blocked', () => {
  const open = async (id: string, who: string) => {
    const stream = await fetch(`http://127.0.0.1:${one.port}/live/stream?id=${id}`, {
      headers: { cookie: `who=${who}` },
    });
    const heard = { status: stream.status, text: '', isOver: false };
    const read = async (): Promise<void> => {
      for await (const chunk of stream.body ?? []) heard.text += Buffer.from(chunk).toString();
      heard.isOver = true;
    };
    void read();
    return heard;
  };
  const post = async (id: string, ...messages: unknown[]): Promise<number> => {
    const body = messages.map((each) => JSON.stringify(each)).join('\n');
    const answer = await fetch(`http://127.0.0.1:${one.port}/live/send?id=${id}`, {
      method: 'POST',
      body,
    });
    return answer.status;
  };

  test('carry the same messages', async () => {
    const id = 'a-name-that-nobody-can-guess';
    const heard = await open(id, 'ann');
    const say = { t: 'do', n: 1, p: SMALL, c: 'put', a: { key: 's', text: 'two\nlines' } };
    expect(await post(id, joining(meeting), say)).toBe(204);
    await until(() => expect(heard.text).toContain('"n":1'));
    const types = heard.text.matchAll(/^data: \{"t":"(\w+)"/gm);
    expect([...types].map(([, type]) => type).slice(0, 3)).toEqual(['welcome', 'view', 'p']);
    expect(await post(id, { t: 'dance' })).toBe(204);
    await until(() => expect(heard.isOver).toBe(true));
    expect(heard.text).toContain('{"t":"bye","why":"malformed","afterMs":0}');
    expect(await post(id, { t: 'ping' })).toBe(404);
  });

  test('take only what may be a name, one stream each, and posts of a reasonable size', async () => {
    expect((await open('short', 'ann')).status).toBe(400);
    const id = 'another-name-nobody-can-guess';
    await open(id, 'ann');
    expect((await open(id, 'eve')).status).toBe(409);
    expect(await post(id, 'x'.repeat(5 * LARGEST_FRAME))).toBe(413);
  });

  test('a node that stops sends everybody on', async () => {
    const third = await liveServer(url);
    const ann = await callIn(third.port, meeting, 'ann');
    await Promise.all([third.close(), once(ann.web, 'close')]);
    expect(ann.closed()).toBe(CLOSE.restart);
    expect(ann.messages.at(-1)).toEqual({ t: 'bye', why: 'restart', afterMs: 0 });
  });
});
