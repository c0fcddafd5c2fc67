import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** No accessibility violation on this screen, in the light theme and in the dark one, and nothing beyond its right edge. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(
      () =>
        new Promise<void>((painted) => {
          requestAnimationFrame(() => requestAnimationFrame(() => painted()));
        }),
    );
    // Evaluated by the debugger, so the page's content security policy stays as it is.
    if (colorScheme === 'light') await page.evaluate(source);
    const { violations } = await page.evaluate(
      // axe is put into the page a line above.
      (options) =>
        (globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }).axe.run(
          options,
        ),
      {
        resultTypes: ['violations'],
        // The theme changes nothing else.
        ...(colorScheme === 'dark' && { runOnly: ['color-contrast', 'link-in-text-block'] }),
      },
    );
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
    );
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await expectFits(page, screen);
}

/** Nobody has to scroll sideways, however narrow the window is; what is wide scrolls by itself. */
export async function expectFits(page: Page, screen: string): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
      .slice(-3)
      .map((each) => each.outerHTML.slice(0, 160));
  });
  expect.soft(beyond, `${screen} is wider than the window`).toEqual([]);
}
