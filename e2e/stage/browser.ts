import { chromium, devices, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath, launchArgs } from '../../tools/chromium.ts';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: launchArgs() });
}

export interface Look {
  /** A phone of 360 px with touch. */
  phone?: boolean;
  dark?: boolean;
  language?: 'en' | 'de';
}

/** A person at their own device: cookies, storage and network of their own. Anything the page logs as an error is told. */
export async function newPerson(
  browser: Browser,
  url: string,
  { phone = false, dark = false, language = 'en' }: Look = {},
): Promise<Person> {
  const context = await browser.newContext({
    ...(phone
      ? { ...devices['Galaxy S9+'], viewport: { width: 360, height: 740 } }
      : { viewport: { width: 1280, height: 800 } }),
    baseURL: url,
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // Longer than anything takes on a busy machine, shorter than a story.
  context.setDefaultTimeout(20_000);
  const errors: string[] = [];
  context.on('weberror', (event) => {
    const error = event.error();
    errors.push(error.stack ?? error.message);
  });
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  const page = await context.newPage();
  return { page, context, errors };
}

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Exceptions that nothing in the page has caught. */
  readonly errors: readonly string[];
}
