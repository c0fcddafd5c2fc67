import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any screen of these stories has. */
const STOPS = 90;

/** Presses Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  const passed: string[] = [];
  while (!(await hasFocus(target))) {
    if (passed.length === STOPS)
      throw new Error(`no way by ${key} to ${String(target)}: ${passed.join(', ')}`);
    await page.keyboard.press(key);
    passed.push(await focused(page));
  }
  await expectFocusSeen(page);
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.ariaLabel ?? at?.textContent.slice(0, 40) ?? 'nothing';
  });

/** Whoever has no mouse sees where they are: what has the focus lies in the window and is marked. */
async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const at = document.activeElement;
    if (!at) return null;
    const { top, bottom } = at.getBoundingClientRect();
    return { isMarked: at.matches(':focus-visible'), isInside: bottom > 0 && top < innerHeight };
  });
  expect(seen, await focused(page)).toEqual({ isMarked: true, isInside: true });
}

/** Goes to it and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}
