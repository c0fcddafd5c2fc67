import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from './sentence.ts';

const said = (values: readonly (number | null)[]): readonly [string, string] => [
  sentenceOf(values, 'en').replaceAll('\u00a0', ' '),
  sentenceOf(values, 'de').replaceAll('\u00a0', ' '),
];

describe('the sentence', () => {
  it.each<[values: (number | null)[], en: string, de: string]>([
    // Strong: above the middle of the four weeks before.
    [
      [100, 100, 100, 100, 120, 125, 120],
      'down 4 % after two strong weeks',
      '4 % weniger nach zwei starken Wochen',
    ],
    [
      [100, 100, 100, 100, 125, 120],
      'down 4 % after a strong week',
      '4 % weniger nach einer starken Woche',
    ],
    [
      [100, 100, 100, 100, 80, 90],
      'up 13 % after a weak week',
      '13 % mehr nach einer schwachen Woche',
    ],
    [[100, 50], 'down 50 %', '50 % weniger'],
    [[100, 250], 'up 150 %', '150 % mehr'],
    // Going the same way for long.
    [[100, 110, 120, 130], 'up 8 %, the third week in a row', '8 % mehr, die 3. Woche in Folge'],
    [
      [40, 39, 38, 37, 36],
      'down 3 %, the fourth week in a row',
      '3 % weniger, die 4. Woche in Folge',
    ],
    [[100, 110, 120], 'up 9 %', '9 % mehr'],
    // Few are counted rather than compared.
    [[2, 3], '1 more than in the week before', '1 mehr als in der Woche davor'],
    [[5, 1], '4 fewer than in the week before', '4 weniger als in der Woche davor'],
    [[0, 3], '3 more than in the week before', '3 mehr als in der Woche davor'],
    [[19, 40], '21 more than in the week before', '21 mehr als in der Woche davor'],
    [[20, 40], 'up 100 %', '100 % mehr'],
    [[30, 0], '30 fewer than in the week before', '30 weniger als in der Woche davor'],
    [[1, 1, 1, 1, 3, 1], '2 fewer after a strong week', '2 weniger nach einer starken Woche'],
    // Nothing happened.
    [[7, 7], 'as in the week before', 'wie in der Woche davor'],
    [[0, 0], 'none, as in the week before', 'nichts, wie in der Woche davor'],
    [[1_000, 1_001], 'almost as in the week before', 'fast wie in der Woche davor'],
    // Nothing to say.
    [[], '', ''],
    [[7], '', ''],
    [[null, 7], '', ''],
    [[7, null], '', ''],
    // What was not counted ends what can be compared.
    [[100, 110, null, 120, 130], 'up 8 %', '8 % mehr'],
  ])('%j: %s', (values, en, de) => {
    expect(said(values)).toEqual([en, de]);
  });

  it('says something sensible of any figures', () => {
    const figure = fc.option(fc.oneof(fc.nat(30), fc.nat(1_000_000)), { nil: null });
    fc.assert(
      fc.property(
        fc.array(figure, { maxLength: 14 }),
        fc.constantFrom('en', 'de'),
        (values, language) => {
          const sentence = sentenceOf(values, language);
          expect(sentence).not.toMatch(/NaN|Infinity|undefined|null| {2}|^-|\s-\d/);
          const [now, before] = [values.at(-1) ?? null, values.at(-2) ?? null];
          expect(sentence === '').toBe(now === null || before === null);
        },
      ),
    );
  });
});
