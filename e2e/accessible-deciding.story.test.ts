import { test } from 'vitest';
import { expectAllAccessible, type Tried } from './stage/each-kind.ts';
import { pasteStories, pick } from './stage/poker.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

const steps: readonly Tried[] = [
  {
    kind: 'breakout',
    title: 'Breakout rooms',
    settings: { seating: 'free' },
    does: [
      async ([desk, phone]) => {
        await desk.getByRole('button', { name: 'Go into Room 1' }).click();
        await phone.getByRole('button', { name: 'Go into Room 1' }).click();
        for (const card of ['A quieter office', 'A longer table']) {
          await phone.getByLabel('New card').fill(card);
          await phone.getByLabel('New card').press('Enter');
          await desk.getByText(card).first().waitFor();
        }
      },
    ],
  },
  {
    kind: 'rank',
    title: 'Rank',
    does: [
      async ([desk, phone]) => {
        for (const page of [desk, phone]) {
          await page.getByRole('button', { name: 'That is my order' }).click();
          await page.getByText('Your order counts.').waitFor();
        }
      },
      async ([desk, phone]) => {
        await desk.getByRole('button', { name: 'Put it together' }).click();
        await phone.getByText('2 people have ranked.').waitFor();
      },
    ],
  },
  {
    kind: 'estimate',
    title: 'Estimate',
    does: [
      async ([desk, phone]) => {
        await pasteStories(desk, 'Title,Link\nLog in,https://example.org/1\nLog out,', 2);
        await phone.getByRole('article', { name: 'Log in' }).waitFor();
        await pick(desk, '3');
        await pick(phone, '13');
      },
      async ([desk, phone]) => {
        await desk.getByRole('button', { name: 'Show the cards' }).click();
        for (const page of [desk, phone])
          await page.getByRole('region', { name: 'The cards' }).waitFor();
      },
    ],
  },
  {
    kind: 'estimate',
    title: 'At your own pace',
    settings: { way: 'own-pace' },
    does: [
      async ([desk, phone]) => {
        await pasteStories(desk, 'Search\nFind', 2);
        await phone.getByRole('article', { name: 'Search' }).waitFor();
        await phone.getByRole('radio', { name: '5', exact: true }).check({ force: true });
        await desk.getByRole('switch', { name: 'Show when all have picked' }).waitFor();
        await phone.getByText('1 of 2 picked').first().waitFor();
      },
    ],
  },
  {
    kind: 'rank',
    title: 'On two axes',
    settings: { axes: { x: { label: 'Effort' }, y: { label: 'Effect' } } },
    does: [
      async ([desk, phone]) => {
        for (const page of [desk, phone]) {
          await page.getByRole('button', { name: /^\d+ A longer table/ }).click();
          await page.getByLabel('Effort of “A longer table”').selectOption('high');
          await page.getByText('1 of 2 placed').first().waitFor();
        }
      },
      async ([desk, phone]) => {
        await desk.getByRole('button', { name: 'Put it together' }).click();
        await phone.getByText('In the middle of what everybody thinks.').waitFor();
      },
    ],
  },
  {
    kind: 'poll',
    title: 'Poll',
    settings: { way: 'consent', anonymous: false },
    does: [
      async ([desk, phone]) => {
        for (const page of [desk, phone]) {
          const hand = page.getByRole('region', { name: 'Your hand' });
          await hand.getByRole('radio').first().check({ force: true });
          await hand.getByText('Take my answer back').waitFor();
        }
      },
      async ([desk, phone]) => {
        await desk.getByRole('button', { name: 'Show the answers' }).click();
        for (const page of [desk, phone]) await page.getByLabel('Answers').waitFor();
      },
    ],
  },
  {
    kind: 'appreciate',
    title: 'Kudos',
    does: [
      async ([desk, phone]) => {
        const hand = phone.getByRole('region', { name: 'Your hand' });
        await hand.getByRole('checkbox', { name: 'The whole team' }).check({ force: true });
        await hand.getByLabel('What for?').fill('For listening');
        await hand.getByRole('button', { name: 'Wrap it' }).click();
        await desk.getByText('1 thank-you, wrapped').waitFor();
      },
      async ([desk, phone]) => {
        await desk.getByRole('button', { name: 'Unwrap one' }).click();
        await phone.getByText('For listening').first().waitFor();
      },
    ],
  },
];

test(
  'steps in which a team decides and thanks shut nobody out, open or done',
  { timeout: 420_000 },
  () => expectAllAccessible(stage, steps),
);
