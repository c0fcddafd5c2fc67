import * as z from 'zod/mini';
import type { PhaseId } from '../ids.ts';
import { ensure, need } from '../refusal.ts';
import { id } from '../text.ts';
import { tendWindows } from '../window.ts';
import { server } from './make.ts';

const LONGEST = 60 * 24 * 60 * 60 * 1000;

/** Server time, ms. */
const moment = z.nullable(z.int());

/** Gives a phase that is not over a window, changes it, or (null) makes it live again. */
export const setWindow = server('setWindow', {
  by: 'facilitator',
  args: z.object({
    phase: id<PhaseId>(),
    window: z.nullable(
      z.object({
        opensAt: moment,
        closesAt: moment,
        whenDone: z.boolean(),
        remindAt: moment,
        lateUntil: moment,
      }),
    ),
  }),
  run: ({ board, world }, { phase: id, window }) => {
    const phase = need(board.phases[id], 'unknown-phase');
    ensure(phase.status === 'open' || phase.status === 'ahead', 'stale');
    // What is open beside another phase goes by that one's window.
    ensure(phase.status === 'ahead' || !phase.window?.along, 'stale');
    if (window !== null) {
      const { opensAt, closesAt, remindAt, lateUntil } = window;
      const opens = Math.max(opensAt ?? world.now, world.now);
      ensure(closesAt === null || closesAt > opens, 'bad-arguments');
      ensure(remindAt === null || closesAt === null || remindAt < closesAt, 'bad-arguments');
      ensure(lateUntil === null || lateUntil >= (closesAt ?? opens), 'bad-arguments');
      for (const each of [opensAt, closesAt, remindAt, lateUntil])
        ensure(each === null || each <= world.now + LONGEST, 'bad-arguments');
    }
    phase.window = window;
  },
});

/** Opens and closes what is due. Anybody's clock may ask; the server's decides. `stale`: nothing is due. */
export const tend = server('tend', {
  by: 'server',
  args: z.object({}),
  run: ({ doc, registry, world }) => {
    ensure(tendWindows(doc, registry, world), 'stale');
  },
});

export const windowCommands = [setWindow, tend] as const;
