import type { Answer } from '@rondo/live/client';
import { meetingCommands } from '@rondo/meeting';
import type { PhaseId } from '@rondo/meeting';
import type { Person } from './person.ts';

const COLLECT = 'collect-1' as PhaseId;

/** Leads: starts a timer of some minutes, or hands the role on. */
export function facilitate(
  by: Pick<Person, 'client'>,
  what: 'startTimer' | 'handOver',
  to?: Pick<Person, 'client'>,
  seconds = 100 + Math.floor(Math.random() * 1_000),
): Promise<Answer> {
  const command = meetingCommands[what];
  if (!command) throw new Error(`${what} is gone`);
  const args =
    what === 'startTimer' ? { phase: COLLECT, seconds } : { person: to?.client.getState().me };
  return by.client.send(null, command, args);
}
