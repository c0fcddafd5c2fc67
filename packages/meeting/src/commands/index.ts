import { flowCommands } from './flow.ts';
import type { MeetingCommand } from './make.ts';
import { peopleCommands } from './people.ts';
import { roleCommands } from './role.ts';
import { taskCommands } from './tasks.ts';
import { timerCommands } from './timer.ts';
import { windowCommands } from './window.ts';

const all: readonly MeetingCommand[] = [
  ...flowCommands,
  ...roleCommands,
  ...timerCommands,
  ...peopleCommands,
  ...taskCommands,
  ...windowCommands,
];

/** The commands of the meeting itself, by name; those of phases are in the registry. */
export const meetingCommands: Readonly<Record<string, MeetingCommand>> = Object.fromEntries(
  all.map((each) => [each.name, each]),
);
