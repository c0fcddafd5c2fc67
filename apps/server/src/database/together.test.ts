import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { together } from './together.ts';

interface Statement {
  readonly asked: readonly number[];
  readonly answer: (answers: number[]) => void;
  readonly fail: (error: Error) => void;
}

function asking() {
  const statements: Statement[] = [];
  const ask = together<number, number>(
    (asked) => new Promise((answer, fail) => statements.push({ asked, answer, fail })),
  );
  return { statements, ask };
}

test('what one turn asks for is one statement, and each gets the answer to what it asked', async () => {
  const { statements, ask } = asking();
  const answers = Promise.all([1, 2, 3].map(ask));
  await turn();
  expect(statements.map(({ asked }) => asked)).toEqual([[1, 2, 3]]);
  statements[0]?.answer([10, 20, 30]);
  expect(await answers).toEqual([10, 20, 30]);
});

test('what is asked while a statement runs waits for the next, also when that one fails', async () => {
  const { statements, ask } = asking();
  const first = ask(1);
  await turn();
  const later = Promise.all([2, 3].map(ask));
  await turn();
  expect(statements).toHaveLength(1);
  statements[0]?.fail(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await turn();
  expect(statements.map(({ asked }) => asked)).toEqual([[1], [2, 3]]);
  statements[1]?.answer([20, 30]);
  expect(await later).toEqual([20, 30]);
  const last = ask(4);
  await turn();
  statements[2]?.answer([40]);
  expect(await last).toBe(40);
});
