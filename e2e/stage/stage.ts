import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { newPerson, openBrowser, type Look, type Person } from './browser.ts';
import { openFront, type Front } from './front.ts';
import { startServer, type Server } from './server.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Stage {
  /** There once the story begins. */
  readonly server: Server;
  /** Somebody with a device of their own. */
  readonly person: (name: string, look?: Look) => Promise<Person>;
}

/**
 * A fresh server for each story, and a browser for those of one file. Nobody's page may throw; where a
 * story fails, what everybody saw at that moment is kept in `.rondo/e2e`.
 * @param settings of the server, besides what stories need
 * @param options `isReplaced`: in the story the server of another release takes its place
 */
export function setStage(
  settings: Readonly<Record<string, string>> = {},
  { isReplaced = false } = {},
): Stage {
  let front: Front | null = null;
  let server: Server | undefined;
  let browser: Browser | undefined;
  const people = new Map<string, Person>();
  let folder = '';
  beforeAll(async () => {
    const story = basename(expect.getState().testPath ?? 'story', '.story.test.ts');
    folder = join(ROOT, '.rondo/e2e', story);
    await rm(folder, { recursive: true, force: true });
    browser = await openBrowser();
  });
  beforeEach(async () => {
    front = isReplaced ? await openFront() : null;
    server = await startServer(settings, front);
  });
  afterEach(async ({ task }) => {
    const errors = [...people].flatMap(([name, { errors: each }]) =>
      each.map((error) => `${name}: ${error}`),
    );
    if (task.result?.state === 'fail' || errors.length > 0) {
      await keepWhatWasSeen(folder, people);
      await writeFile(join(folder, 'server.log'), server?.said() ?? '');
      process.stderr.write(`What everybody saw is in ${relative(ROOT, folder)}\n`);
    }
    for (const { context } of people.values()) await context.close();
    people.clear();
    await server?.end();
    await front?.close();
    server = undefined;
    expect(errors, 'errors in pages').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    get server() {
      if (!server) throw new Error('the server is there once the story begins');
      return server;
    },
    person: async (name, look) => {
      if (!browser || !server) throw new Error('people come once the story begins');
      const person = await newPerson(browser, server.url, look);
      people.set(name, person);
      return person;
    },
  };
}

/** A picture of each open page, and beside it what a screen reader would find there. */
async function keepWhatWasSeen(folder: string, people: ReadonlyMap<string, Person>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, { context, errors }] of people) {
    for (const [index, page] of context.pages().entries()) {
      const path = join(folder, index === 0 ? name : `${name} ${index + 1}`);
      const tree = await page.locator('body').ariaSnapshot();
      await writeFile(`${path}.txt`, [page.url(), tree, ...errors].join('\n\n'));
      await page.screenshot({ path: `${path}.png` });
    }
  }
}
