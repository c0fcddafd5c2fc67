import * as z from 'zod/mini';
import type { PhaseId } from '../ids.ts';
import { ensure, need } from '../refusal.ts';
import { id } from '../text.ts';
import { server } from './make.ts';

const LONGEST_COUNTDOWN = 4 * 60 * 60;
const LONGEST_DEADLINE = 60 * 24 * 60 * 60 * 1000;

export const startTimer = server('startTimer', {
  by: 'facilitator',
  args: z.union([
    z.object({
      phase: id<PhaseId>(),
      seconds: z.int().check(z.minimum(10), z.maximum(LONGEST_COUNTDOWN)),
    }),
    /** `until`: server time, ms. */
    z.object({ phase: id<PhaseId>(), until: z.int() }),
  ]),
  run: ({ board, world }, args) => {
    ensure(board.phases[args.phase]?.status === 'open', 'not-open');
    const length = 'until' in args ? args.until - world.now : args.seconds * 1000;
    ensure(length > 0 && length <= LONGEST_DEADLINE, 'bad-arguments');
    board.timer = {
      phase: args.phase,
      endsAt: world.now + length,
      length,
      kind: 'until' in args ? 'deadline' : 'countdown',
    };
  },
});

/** Adds time; a timer that has run out starts again from now. */
export const extendTimer = server('extendTimer', {
  by: 'facilitator',
  args: z.object({
    phase: id<PhaseId>(),
    seconds: z.int().check(z.minimum(10), z.maximum(LONGEST_COUNTDOWN)),
  }),
  run: ({ board, world }, { phase, seconds }) => {
    const timer = need(board.timer, 'stale');
    ensure(timer.phase === phase, 'stale');
    const left = Math.max(0, timer.endsAt - world.now);
    ensure(left + seconds * 1000 <= LONGEST_DEADLINE, 'bad-arguments');
    board.timer = {
      ...timer,
      endsAt: world.now + left + seconds * 1000,
      length: timer.length + seconds * 1000,
    };
  },
});

export const stopTimer = server('stopTimer', {
  by: 'facilitator',
  args: z.object({ phase: id<PhaseId>() }),
  run: ({ board }, { phase }) => {
    if (board.timer?.phase === phase) board.timer = null;
  },
});

export const timerCommands = [startTimer, extendTimer, stopTimer] as const;
