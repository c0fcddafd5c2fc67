import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGallery, type Gallery } from './testing/openGallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

test('a text area grows with its text, to a limit', async () => {
  const page = await gallery.open('controls', 'light', { viewport: { width: 1000, height: 800 } });
  const area = page.getByRole('textbox', { name: 'Card' });
  const height = () => area.evaluate((element) => element.clientHeight);
  const empty = await height();
  await area.fill('line\n'.repeat(6));
  const six = await height();
  expect(six).toBeGreaterThan(empty);
  expect(await area.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  await area.fill('line\n'.repeat(60));
  expect(await height()).toBeLessThan(six * 3);
});

test('near the limit it counts what people see, and says when there is too much', async () => {
  const page = await gallery.open('controls', 'light');
  const area = page.getByRole('textbox', { name: 'Card' });
  await area.fill('short');
  expect(await page.getByText(/left$/).count()).toBe(0);
  await area.fill('👩🏽‍🚀'.repeat(52));
  await page.getByText('3 left').waitFor();
  await area.fill('x'.repeat(57));
  await page.getByText('2 too many').waitFor();
  expect(await area.inputValue()).toHaveLength(57);
});

test('the summary of a form’s errors leads to each field', async () => {
  const page = await gallery.open('controls', 'light');
  await page.getByRole('link', { name: 'The team has no name yet.' }).click();
  const focused = () => page.evaluate(() => document.activeElement?.id);
  expect(await focused()).toBe('team');
});

test('a field says its hint and its error', async () => {
  const page = await gallery.open('controls', 'light');
  const mail = page.getByRole('textbox', { name: 'E-mail' });
  const words = await mail.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' '),
  );
  expect(words).toContain('We send one link');
  expect(words).toContain('The address needs an @');
  expect(await mail.getAttribute('aria-invalid')).toBe('true');
});

test('a toast is said, shown, and can be acted on', async () => {
  const page = await gallery.open('controls', 'light');
  await page.getByRole('button', { name: 'Toast', exact: true }).click();
  await expect
    .poll(() => page.locator('[data-live="polite"]').textContent())
    .toContain('Card deleted.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

test('a switch shows at once what was wished, and goes back where nobody follows', async () => {
  const page = await gallery.open('controls', 'light');
  const shownAtOnce = (name: string) =>
    page.getByRole('switch', { name }).evaluate((element) => {
      const seen: boolean[] = [];
      // Only a checkbox has this role here.
      const box = element as HTMLInputElement;
      box.click();
      seen.push(box.checked);
      return new Promise<boolean[]>((resolve) => {
        requestAnimationFrame(() => resolve([...seen, box.checked]));
      });
    });
  expect(await shownAtOnce('Mail me')).toEqual([true, true]);
  expect(await shownAtOnce('Mail me')).toEqual([false, false]);
  expect(await shownAtOnce('Refused')).toEqual([true, true]);
  await expect
    .poll(() => page.getByRole('switch', { name: 'Refused' }).isChecked(), { timeout: 10_000 })
    .toBe(false);
});
