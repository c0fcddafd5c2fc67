// A guest opens a meeting's link on a phone: when have they typed their first card, and how much
// JavaScript did it take?
import type { Phone } from './phone.ts';

export interface FirstCard {
  readonly ms: number;
  readonly scriptBytes: number;
}

export async function typeFirstCard(
  { page, scriptBytes }: Phone,
  meeting: string,
): Promise<FirstCard> {
  const began = performance.now();
  await page.goto(`/m/${meeting}`);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await page.getByRole('button', { name: 'Join the meeting' }).click();
  const field = page.getByRole('textbox', { name: 'New card' });
  await field.fill('Less hurry before the release');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some((each) => each.value.startsWith('Less hurry')),
  );
  return { ms: performance.now() - began, scriptBytes: scriptBytes() };
}
