import type { ParticipantId } from '@rondo/meeting';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deckOf,
  figureOf,
  isSettled,
  numberOf,
  outliersOf,
  pilesOf,
  proposalOf,
  SCALES,
  valuesOf,
  type EstimateSettings,
  type ScaleName,
} from './index.ts';

describe('what the cards say', () => {
  // Ids of people are plain strings here.
  const shown = (...values: string[]): Record<ParticipantId, string> =>
    Object.fromEntries(values.map((value, n) => [`p${n}`, value]));

  test('is proposed: the most common value, of several the highest', () => {
    expect(proposalOf('fibonacci', shown('5', '5', '8'))).toEqual({ value: '5', tied: false });
    expect(proposalOf('fibonacci', shown('5', '8', '5', '8', '1'))).toEqual({
      value: '8',
      tied: true,
    });
    expect(proposalOf('t-shirt', shown('XL', 'S'))).toEqual({ value: 'XL', tied: true });
    expect(proposalOf('priorities', shown('P0', 'P3'))?.value).toBe('P0');
    expect(proposalOf('fibonacci', shown('?', 'pass', 'pass'))).toBeNull();
  });

  test('is far apart from two steps on; the crowd is no outlier', () => {
    const ends = (...values: string[]) => {
      const { low, high } = outliersOf('fibonacci', shown(...values));
      return [low?.value ?? null, high?.value ?? null];
    };
    expect(ends('3', '5')).toEqual([null, null]);
    expect(ends('2', '5')).toEqual(['2', '5']);
    expect(ends('2', '5', '5')).toEqual(['2', null]);
    expect(ends('1', '5', '5', '13', '?')).toEqual(['1', '13']);
  });

  test('is settled where all agree closely enough and nobody is unsure', () => {
    const settled = (within: number, ...values: string[]) =>
      isSettled('fibonacci', shown(...values), within);
    expect(settled(0, '5', '5', 'pass')).toBe(true);
    expect(settled(0, '5', '8')).toBe(false);
    expect(settled(1, '5', '8')).toBe(true);
    expect(settled(1, '5', '5', '?')).toBe(false);
    expect(settled(0, 'pass')).toBe(false);
  });

  test('keeps every card in exactly one pile, lowest first, whatever was picked', () => {
    // `Object.keys` forgets that these are exactly the scales.
    const scale = fc.constantFrom(...(Object.keys(SCALES) as ScaleName[]));
    fc.assert(
      fc.property(scale, fc.array(fc.nat()), (name, picks) => {
        const deck = deckOf(name);
        const values = picks.map((n) => deck[n % deck.length]!);
        const piles = pilesOf(name, shown(...values));
        expect(piles.flatMap(({ people }) => people).sort()).toEqual(
          Object.keys(shown(...values)).sort(),
        );
        const places = piles.map(({ value }) => deck.indexOf(value));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const proposal = proposalOf(name, shown(...values));
        if (proposal) expect(valuesOf(name)).toContain(proposal.value);
      }),
    );
  });
});

test('scores make a figure where it is a number', () => {
  const settings = { figure: { name: 'x', way: 'sum', of: ['v', 't'], per: 's' } };
  const figure = (v: string, t: string, s: string | null) =>
    // Only the figure is read.
    figureOf(settings as EstimateSettings, (id) => ({ v, t, s })[id] ?? null);
  expect(figure('5', '3', '2')).toBe(4);
  expect(figure('5', 'XL', '2')).toBeNull();
  expect(figure('5', '3', '0')).toBeNull();
  expect(figure('5', '3', null)).toBeNull();
  expect([numberOf('0,5'), numberOf('80 %'), numberOf('3h'), numberOf('P1')]).toEqual([
    0.5,
    80,
    3,
    null,
  ]);
});
