import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from './person.ts';

/**
 * People write cards, each so many per second, and nothing else: what stands on the board is known
 * (`work` does whatever people do). Resolves when it was stopped and all is answered, with how long
 * each answer took, ms.
 */
export function writeCards(people: readonly Person[], perSecond: number): () => Promise<number[]> {
  let isOver = false;
  const all = people.map(async (each) => {
    const answers: Promise<number>[] = [];
    while (!isOver) {
      await pause(Math.random() * (2_000 / perSecond));
      if (!isOver) answers.push(each.write());
    }
    return Promise.all(answers);
  });
  return async () => {
    isOver = true;
    return (await Promise.all(all)).flat();
  };
}
