import { expect, test } from 'vitest';
import { BLANK, contentOf, placeFor, withFlow, type DraftStep } from './draft.ts';

const step = (kind: string, more: Partial<DraftStep> = {}): DraftStep => ({
  key: kind,
  kind,
  settings: {},
  ...more,
});

test('what is left empty and may be is not sent, nor are keys', () => {
  const flow = [
    step('vote', { title: '', tip: '', minutes: undefined }),
    step('discuss', { tip: 'Listen.' }),
  ];
  const { flow: sent, keywords } = contentOf({ ...BLANK, keywords: { en: ['coin'] }, flow });
  expect(sent).toEqual([
    { kind: 'vote', settings: {} },
    { kind: 'discuss', settings: {}, tip: 'Listen.' },
  ]);
  expect(keywords).toEqual({ en: ['coin'], de: ['coin'] });
});

test('a new step comes last, but before the wrap-up', () => {
  const flow = [step('collect'), step('wrap-up')];
  expect(placeFor('vote', flow)).toBe(1);
  expect(placeFor('wrap-up', flow)).toBe(2);
  expect(placeFor('collect', [])).toBe(0);
});

test('the time of the whole follows the steps until somebody gives another', () => {
  const five = step('collect', { minutes: 5 });
  const first = { ...BLANK, ...withFlow(BLANK, [five]) };
  expect(first.minutes).toBe(5);
  const two = [five, step('vote', { minutes: 3 })];
  expect(withFlow(first, two)).toEqual({ flow: two, minutes: 8 });
  expect(withFlow({ ...first, minutes: 60 }, two)).toEqual({ flow: two });
});
