import type { Board } from '@rondo/meeting';
import { expect, test } from 'vitest';
import { recordedMeetings } from '../testing/recorded-meetings.ts';
import { soundBoard } from './board-shape.ts';

const boards = recordedMeetings().map(({ board }) => board);

test('every board that was recorded is sound, and stays as it is', () => {
  expect(boards.length).toBeGreaterThan(5);
  for (const board of boards) expect(soundBoard(board)).toEqual(board);
});

test.each([
  ['somebody without a name', '"lead":', '"leads":'],
  ['settings that are a list', '"ready":{', '"settings":[],"ready":{'],
  ['a state that is a word', '"ready":{', '"state":"gone","ready":{'],
  ['a state without what its kind keeps in it', '"ready":{', '"state":{},"ready":{'],
  ['a phase that is not there', '"flow":["', '"flow":["gone","'],
  ['a kind that nobody knows', '"kind":"', '"kind":"x'],
  ['a name that is no text', '"name":"', '"was":"","name":{},"x":"'],
  ['a meeting that runs', '"status":"ended"', '"status":"running"'],
  ['a facilitator who is not there', '"facilitator":"', '"facilitator":"x'],
])('no meeting goes on from a board with %s', (_, before, after) => {
  for (const board of boards) {
    const spoiled = JSON.stringify(board).replaceAll(before, after);
    expect(spoiled).not.toBe(JSON.stringify(board));
    expect(soundBoard(JSON.parse(spoiled) as Board)).toBe(null);
  }
});
