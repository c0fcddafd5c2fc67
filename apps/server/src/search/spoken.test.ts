import { expect, test } from 'vitest';
import { inPieces, START, STOP } from './pieces.ts';
import { spoken } from './spoken.ts';

test('the last word may be half written, but not in quotes, behind a minus, or where it is `or`', () => {
  expect(spoken('late invoi')).toEqual({ said: 'late', last: 'invoi' });
  expect(spoken('größe')).toEqual({ said: '', last: 'größe' });
  expect(spoken('"in two" words')).toEqual({ said: '"in two"', last: 'words' });
  for (const whole of [
    '"in two',
    '"in two"',
    'late -invoi',
    'late or',
    'late a',
    'late invoi ',
    'c++',
  ])
    expect(spoken(whole), whole).toEqual({ said: whole, last: '' });
});

test('marks become pieces; marks without an end mark the rest', () => {
  const marked = `a ${START}b${STOP} <c> ${START}d${STOP}`;
  expect(inPieces(marked)).toEqual([
    { text: 'a ', hit: false },
    { text: 'b', hit: true },
    { text: ' <c> ', hit: false },
    { text: 'd', hit: true },
  ]);
  expect(inPieces(`${START}open`)).toEqual([{ text: 'open', hit: true }]);
  expect(inPieces('')).toEqual([]);
});
