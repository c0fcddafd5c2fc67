import { setTimeout as pause } from 'node:timers/promises';
import type { TaskId } from '@rondo/meeting';
import { meetingCommands } from '@rondo/meeting';
import { machineChance } from '../../../apps/server/src/live/machine.ts';
import type { Person } from './person.ts';

/** The longest text of a task, of the longest characters: 2 kB that everybody gets. */
export const LONG = '👩'.repeat(499);

export interface Rewriting {
  /** How long answers took so far, ms. */
  readonly took: readonly number[];
  /** Resolves when everything is answered. */
  readonly stop: () => Promise<void>;
}

/** Everybody rewrites a task of their own, so many times per second. */
export function rewriteTasks(
  people: readonly Person[],
  perSecond: number,
  what: string,
): Rewriting {
  const { addTask, editTask } = meetingCommands;
  if (!addTask || !editTask) throw new Error('tasks are gone');
  let isOver = false;
  const took: number[] = [];
  const all = people.map(async ({ client }, each) => {
    const id = machineChance.id<'task'>() as TaskId;
    await client.send(null, addTask, { id, text: what, owner: null, due: null, topic: null });
    const answers: Promise<void>[] = [];
    await pause((1_000 / perSecond) * (each / people.length));
    for (let version = 0; !isOver; version++) {
      const begun = performance.now();
      const text = `${version % 10}${what}`;
      answers.push(
        client
          .send(null, editTask, { id, text })
          .then(() => void took.push(performance.now() - begun)),
      );
      await pause(1_000 / perSecond);
    }
    await Promise.all(answers);
  });
  return {
    took,
    stop: async () => {
      isOver = true;
      await Promise.all(all);
    },
  };
}
