import type { Report, ReportChannel } from '@rondo/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser } from '../../testing/browser.ts';
import { bodyOf, claimedBy, joined, stranger, type Owner } from '../../testing/people.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { channelOf, pathOf } from '../testing/channel.ts';
import { readXml } from '../testing/read-xml.ts';
import { aDraft, aPost, put } from '../testing/ship-report.ts';

let server: TestServer;
let owner: Owner;
let bo: Awaited<ReturnType<typeof joined>>;

beforeAll(async () => {
  server = await testServer();
  owner = await claimedBy(server);
  bo = await joined(server, owner, 'Bo');
});

const outside = () => browser(server.url);

describe('a published report', () => {
  it('for everybody is a page without scripts that loads nothing, with all its words', async () => {
    const { url, number } = await aPost(server, owner);
    const { status, text, headers } = await outside().get(pathOf(url));
    expect(status).toBe(200);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('We <strong>moved</strong> the servers');
    expect(text).toContain(`<p class="number">#${number}</p>`);
    expect(text).toContain('<meta property="og:title"');
    expect(text).toMatch(/<meta name="description" content="We moved the servers/);
    expect(text).not.toMatch(/<script|<img|<iframe|src=|@import|url\((?!\/r\/fonts\/)/);
    expect(headers['set-cookie']).toBeUndefined();
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toContain('script-src');
    const again = await outside().get(pathOf(url), { 'if-none-match': String(headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await outside().get(`${pathOf(url)}.md`)).text).toContain('- We **moved** the servers');
  });

  it('never has what people wrote as HTML', async () => {
    const draft = await aDraft(server, owner, '<img src=x onerror=alert(1)> [x](javascript:y)');
    const content = { ...draft.content, title: '</title><script>', intro: '"><b>' };
    const { version } = bodyOf<Report>(await put(owner.ada, draft, { content }));
    const published = await owner.ada.post(`/api/reports/${draft.id}/publish`, {
      version,
      audience: 'public',
    });
    const { text } = await outside().get(pathOf(bodyOf<Report>(published).url));
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toMatch(/<img|<script|<b>|href="javascript/);
  });

  it('for the organization is read by colleagues with an account, and by nobody else', async () => {
    const { id, url } = await aPost(server, owner, 'private');
    expect(url).toBeNull();
    const { key } = await server.app.db
      .selectFrom('report')
      .select('key')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect((await outside().get(`/r/${key}`)).status).toBe(404);
    const cleo = await joined(server, owner, 'Cleo');
    bodyOf(await owner.ada.send('DELETE', `/api/teams/${owner.team}/members/${cleo.id}`));
    const draft = await aDraft(server, owner);
    const [seen, hidden] = [
      bodyOf<Report>(await cleo.there.get(`/api/reports/${id}`)),
      await cleo.there.get(`/api/reports/${draft.id}`),
    ];
    expect(seen).toMatchObject({ you: 'reader', feedback: [], members: [] });
    expect(hidden.status).toBe(404);
    // PostgreSQL itself lets nobody but the team lock the row.
    expect((await put(cleo.there, seen)).status).toBe(404);
    const eve = await stranger(server, 'Evelyn');
    expect((await eve.get(`/api/reports/${id}`)).status).toBe(404);
  });

  it('is corrected with a note: the feed says so under the same id, and members see what it said', async () => {
    const post = await aPost(server, owner);
    const { feed } = await channelOf(owner);
    const entryIn = async () => {
      const { text } = await outside().get(pathOf(feed));
      const entries = readXml(text).children.filter(({ name }) => name === 'entry');
      const of = (name: string, entry = entries[0]) =>
        entry?.children.find((each) => each.name === name)?.text ?? '';
      return { id: of('id'), updated: of('updated'), content: of('content') };
    };
    const before = await entryIn();
    expect(before.id).toBe(`urn:uuid:${post.id}`);
    const content = { ...post.content, title: 'A better week' };
    const change = { version: post.version, content, note: 'The number was wrong' };
    const path = `/api/reports/${post.id}/correct`;
    expect((await bo.there.post(path, change)).status).toBe(403);
    const corrected = bodyOf<Report>(await owner.ada.post(path, change));
    expect(corrected).toMatchObject({
      content: { title: 'A better week' },
      corrections: [{ note: 'The number was wrong', by: 'Ada', before: { title: 'A good week' } }],
    });
    const after = await entryIn();
    expect(after.id).toBe(before.id);
    expect(Date.parse(after.updated)).toBeGreaterThan(Date.parse(before.updated));
    expect(after.content).toContain('The number was wrong');
    const page = await outside().get(pathOf(post.url));
    expect(page.text).toMatch(/Corrected on [^:]+:<\/strong> <bdi>The number was wrong/);
    expect(page.text).not.toContain('A good week');
    // Saving is for drafts.
    expect((await put(owner.ada, corrected)).status).toBe(409);
  });

  it('that is taken back is gone at once, and a draft again', async () => {
    const post = await aPost(server, owner);
    const { version } = post;
    const back = await owner.ada.post(`/api/reports/${post.id}/unpublish`, { version });
    expect(bodyOf<Report>(back)).toMatchObject({ state: 'draft', url: null });
    expect((await outside().get(pathOf(post.url))).status).toBe(404);
    const { feed } = await channelOf(owner);
    expect((await outside().get(pathOf(feed))).text).not.toContain(post.id);
  });
});

describe('a feed', () => {
  it('is Atom with all that has to be in it, whatever people wrote', async () => {
    const draft = await aDraft(server, owner, 'Tom & Jerry <3 \u000B ]]> "quoted" \uFFFE');
    bodyOf(
      await owner.ada.post(`/api/reports/${draft.id}/publish`, {
        version: draft.version,
        audience: 'public',
      }),
    );
    const { feed } = await channelOf(owner);
    const { text, headers } = await outside().get(pathOf(feed));
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const root = readXml(text);
    expect([root.name, root.attributes['xmlns']]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const one = (name: string, at = root) => {
      const found = at.children.filter((each) => each.name === name);
      expect(found, name).toHaveLength(1);
      return found[0]!;
    };
    // RFC 4287, 4.1.1 and 4.1.2: exactly one of each.
    for (const name of ['id', 'title', 'updated']) expect(one(name).text).not.toBe('');
    expect(
      root.children.filter(({ name }) => name === 'link').map((e) => e.attributes['rel']),
    ).toEqual(['self', 'alternate']);
    const entries = root.children.filter(({ name }) => name === 'entry');
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated', 'published', 'content', 'summary'])
        expect(one(name, entry).text).not.toBe('');
      expect(one('author', entry).children.map(({ name }) => name)).toEqual(['name']);
      expect(one('id', entry).text).toMatch(/^urn:uuid:/);
      expect(new Date(one('updated', entry).text).toISOString()).toBe(one('updated', entry).text);
    }
    expect(new Set(entries.map((entry) => one('id', entry).text)).size).toBe(entries.length);
    expect(one('content', entries[0]).text).toContain('Tom &amp; Jerry &lt;3');
  });

  it('with private reports opens by its own link alone, as long as its maker is in the team', async () => {
    const cleo = await joined(server, owner, 'Clara');
    const post = await aPost(server, owner, 'private');
    const { feed, privateFeed } = bodyOf<ReportChannel>(
      await cleo.there.post(`/api/teams/${owner.team}/reports/feed`, {}),
    );
    expect((await outside().get(pathOf(feed))).text).not.toContain(post.id);
    const path = pathOf(privateFeed);
    expect(readXml((await outside().get(path)).text).name).toBe('feed');
    expect((await outside().get(path)).text).toContain(post.id);
    expect((await outside().get(`${path.slice(0, -4)}AAAA`)).status).toBe(404);
    bodyOf(await owner.ada.send('DELETE', `/api/teams/${owner.team}/members/${cleo.id}`));
    expect((await outside().get(path)).status).toBe(404);
  });
});
