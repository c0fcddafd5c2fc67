import { test } from 'vitest';
import { expectAllAccessible, type Tried } from './stage/each-kind.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

const steps: readonly Tried[] = [
  {
    kind: 'review',
    title: 'Review tasks',
    does: [([desk]) => desk.getByRole('button', { name: 'Done', exact: true }).click()],
  },
  {
    kind: 'updates',
    title: 'Updates',
    does: [
      async ([desk, phone]) => {
        await phone.getByRole('button', { name: 'Write my update' }).click();
        await phone.getByLabel('Your update').fill('**News** from the phone');
        await phone.getByRole('button', { name: 'Share it' }).click();
        await desk.getByRole('button', { name: 'Begin the round' }).click();
        await desk.getByText('has the turn').first().waitFor();
      },
    ],
  },
  {
    kind: 'agenda',
    title: 'Agenda',
    does: [
      async ([desk, phone]) => {
        for (const item of ['Numbers of the week', 'Plans']) {
          await phone.getByLabel('New item').fill(item);
          await phone.getByRole('button', { name: 'Add', exact: true }).click();
          await desk.getByText(item).first().waitFor();
        }
        await desk.getByRole('button', { name: 'Pin: Plans' }).click();
        await desk.getByRole('button', { name: 'Begin with the first' }).click();
        await desk.getByRole('button', { name: 'Done, next item' }).waitFor();
      },
    ],
  },
  {
    kind: 'respond',
    title: 'Answers',
    does: [
      async ([desk, phone]) => {
        for (const page of [desk, phone]) {
          const hand = page.getByRole('region', { name: 'Your hand' });
          for (const field of await hand.getByRole('textbox').all())
            await field.fill('A *short* answer');
          await hand.getByRole('button', { name: /^Give your answer/ }).click();
          await page.getByText('Your answers are given', { exact: true }).waitFor();
        }
        await desk.getByRole('article').nth(1).waitFor();
      },
    ],
  },
  {
    kind: 'rate',
    title: 'Rate',
    settings: { fewest: 3, statements: [{ id: 'fine', text: 'All is well' }] },
    does: [
      async (people) => {
        for (const page of people) {
          const hand = page.getByRole('region', { name: 'Your hand' });
          await hand.getByRole('radio').nth(3).check({ force: true });
          await hand.getByRole('button', { name: 'Hand in' }).click();
          await hand.getByText('Handed in.').first().waitFor();
        }
      },
      async ([desk, phone]) => {
        await desk.getByRole('button', { name: 'Show the results' }).click();
        for (const page of [desk, phone]) await page.getByRole('figure').waitFor();
      },
    ],
  },
];

test(
  'steps in which a team looks back and around shut nobody out, open or done',
  { timeout: 420_000 },
  () => expectAllAccessible(stage, steps),
);
