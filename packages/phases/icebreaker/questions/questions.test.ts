import { visibleLength } from '@rondo/meeting';
import { describe, expect, test } from 'vitest';
import { depthOf, QUESTION_COUNT } from './count.ts';
import { questions as german } from './de.ts';
import { questions as english } from './en.ts';

describe.each([
  ['English', english],
  ['German', german],
])('the icebreaker questions in %s', (_language, questions) => {
  test('are as many as the meeting believes, and more than 220', () => {
    expect(questions).toHaveLength(QUESTION_COUNT);
    expect(QUESTION_COUNT).toBeGreaterThanOrEqual(220);
  });

  test('are all different', () => {
    const seen = questions.map((question) => question.toLowerCase().replaceAll(/\P{L}/gu, ''));
    expect(seen.filter((question, index) => seen.indexOf(question) !== index)).toEqual([]);
  });

  test('are short, tidy, and questions', () => {
    const bad = questions.filter(
      (question) =>
        visibleLength(question) > 140 ||
        !/^\p{Lu}.*(?:\?|…)$/u.test(question) ||
        /\s\s|\s$/u.test(question),
    );
    expect(bad).toEqual([]);
  });
});

test('every question has a depth, from light to deep', () => {
  const depths = english.map((_, index) => depthOf(index));
  const order = ['light', 'curious', 'deep'];
  expect(depths).toEqual(depths.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(new Set(depths)).toEqual(new Set(order));
  // The anchors: the first and the last question of each depth, so that an insertion in the wrong place is noticed.
  const anchors = order.flatMap((depth) => [
    english[depths.indexOf(depth as 'deep')],
    english[depths.lastIndexOf(depth as 'deep')],
  ]); // widened for the search only
  expect(anchors).toEqual([
    'Which song would announce you when you enter a room?',
    'What would you like to be applauded for today?',
    'What is something you have learned since our last meeting?',
    'If feedback came as a gift, how would you like it wrapped?',
    'What are you grateful for this week?',
    'Where would you like us to be as a team in one year?',
  ]);
});
