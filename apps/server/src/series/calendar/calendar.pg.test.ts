import type { Series } from '@rondo/contract';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser } from '../../testing/browser.ts';
import { bodyOf, claimedBy, joined, type Owner } from '../../testing/people.ts';
import { PLANNED } from '../../testing/planned.ts';
import { testServer, type TestServer } from '../../testing/server.ts';

/** Calendars are told the changes of the clock for some years only. */
const YEAR = new Date().getUTCFullYear() + 1;

let server: TestServer;
let owner: Owner;
let series: Series;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  series = bodyOf(
    await owner.ada.post(`/api/teams/${owner.team}/series`, {
      ...PLANNED,
      name: 'Retro {n}; “Große, runde” \\ Sache, über die man lange reden kann {date}',
      first: `${YEAR}-03-12T09:30`,
      zone: 'Europe/Berlin',
      rhythm: { every: 'week', interval: 1, on: [2] },
      until: `${YEAR}-12-31`,
      pauses: [{ from: `${YEAR}-04-05`, to: `${YEAR}-04-12` }],
    }),
  );
});

const link = async (there = owner.ada, team?: string): Promise<string> => {
  const { url } = bodyOf<{ url: string }>(await there.post('/api/me/calendar', { team }));
  return new URL(url).pathname;
};

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

describe('a calendar', () => {
  it('is read by other programs: the same dates, over the change of the clock and around a pause', async () => {
    await owner.ada.post(`/api/series/${series.id}/skip`, { at: series.next[0]?.at });
    const answer = await browser(server.url).get(await link());
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const [event] = parsed(answer.text);
    expect(event?.summary).toBe('Retro; “Große, runde” \\ Sache, über die man lange reden kann');
    expect(event?.component.getFirstPropertyValue('url')).toBe(`${server.url}/s/${series.key}`);
    expect(event?.duration.toSeconds()).toBe(series.activity.minutes * 60);

    const seen: string[] = [];
    const dates = event?.iterator();
    for (let date = dates?.next(); date && seen.length < 4; date = dates?.next()) {
      seen.push(date.toJSDate().toISOString());
    }
    const { next } = bodyOf<Series>(await owner.ada.get(`/api/series/${series.id}`));
    expect(seen).toEqual(next.slice(0, 4).map(({ at }) => at));
    // In winter and in summer.
    expect(new Set(seen.map((at) => at.slice(11, 16)))).toEqual(new Set(['08:30', '07:30']));
    expect(seen.filter((at) => at > `${YEAR}-04-05` && at < `${YEAR}-04-13`)).toEqual([]);
  });

  it('has no line longer than 75 bytes, and only CRLF between them', async () => {
    const { text } = await owner.ada.get(await link());
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
  });

  it('is not sent again while nothing has changed', async () => {
    const path = await link();
    const { etag = '', ...headers } = (await owner.ada.get(path)).headers;
    expect(headers['cache-control']).toBe('private, max-age=900');
    const again = await owner.ada.get(path, { 'if-none-match': `W/${etag}` });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('shows no more when a series has ended', async () => {
    const { id } = bodyOf<Series>(
      await owner.ada.post(`/api/teams/${owner.team}/series`, {
        ...series,
        activity: series.activity.id,
        facilitator: null,
        name: 'Soon over',
      }),
    );
    expect((await owner.ada.get(await link())).text).toContain('Soon over');
    bodyOf(await owner.ada.post(`/api/series/${id}/end`));
    expect((await owner.ada.get(await link())).text).not.toContain('Soon over');
  });
});

describe('a calendar’s link', () => {
  it('stays the same until it is renewed; then the old one leads nowhere', async () => {
    const first = await link();
    const got = bodyOf<{ url: string }>(await owner.ada.get('/api/me/calendar'));
    expect(new URL(got.url).pathname).toBe(first);
    const second = await link();
    expect((await owner.ada.get(first)).status).toBe(404);
    expect((await owner.ada.get(second)).status).toBe(200);
    bodyOf(await owner.ada.send('DELETE', '/api/me/calendar', {}));
    expect((await owner.ada.get(second)).status).toBe(404);
    expect(bodyOf<{ url: null }>(await owner.ada.get('/api/me/calendar')).url).toBeNull();
  });

  it('cannot be made from what the database holds', async () => {
    const path = await link();
    const forged = path.replace(/.{6}\.ics$/, 'AAAAAA.ics');
    expect((await owner.ada.get(forged)).status).toBe(404);
    const { rows } = await server.app.pool.query('select * from calendar');
    const secret = path.slice('/calendar/'.length + 22, -'.ics'.length);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('shows nothing of a team to who has left it', async () => {
    const cleo = await joined(server, owner, 'Cleo');
    const [ofAll, ofTeam] = [await link(cleo.there), await link(cleo.there, owner.team)];
    for (const path of [ofAll, ofTeam]) {
      expect((await cleo.there.get(path)).text).toContain('BEGIN:VEVENT');
    }
    await owner.ada.send('DELETE', `/api/teams/${owner.team}/members/${cleo.id}`);
    for (const path of [ofAll, ofTeam]) {
      const { text } = await cleo.there.get(path);
      expect(text).not.toContain('BEGIN:VEVENT');
      expect(text).not.toContain(server.url);
    }
  });
});
