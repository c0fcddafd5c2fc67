import * as z from 'zod/mini';
import { steering } from '../flow.ts';
import type { PhaseId } from '../ids.ts';
import { ensure, need } from '../refusal.ts';
import { id, text } from '../text.ts';
import { both, server, type MeetingServerAt } from './make.ts';

const thatPhase = z.object({ phase: id<PhaseId>() });
const nothing = z.object({});

const steer = ({ doc, registry, me, world }: MeetingServerAt): ReturnType<typeof steering> =>
  steering(doc, registry, me, world);

/** Leads to a phase: opens it, or opens it again. */
export const openPhase = server('openPhase', {
  by: 'facilitator',
  args: thatPhase,
  run: (at, { phase }) => steer(at).lead(phase),
});

/** Names the phase it ends, so that two clicks never end two phases. */
export const finishPhase = server('finishPhase', {
  by: 'facilitator',
  args: thatPhase,
  run: (at, { phase }) => steer(at).finish(phase),
});

export const skipPhase = server('skipPhase', {
  by: 'facilitator',
  args: thatPhase,
  run: (at, { phase }) => steer(at).skip(phase),
});

export const movePhase = server('movePhase', {
  by: 'facilitator',
  args: z.object({ phase: id<PhaseId>(), behind: z.nullable(id<PhaseId>()) }),
  run: (at, { phase, behind }) => steer(at).move(phase, behind),
});

export const endMeeting = server('endMeeting', {
  by: 'facilitator',
  args: nothing,
  run: (at) => steer(at).end(),
});

/** Hands are burnt at the end, so nobody can edit an anonymous card of theirs any more. */
export const reopenMeeting = server('reopenMeeting', {
  by: 'member',
  afterEnd: true,
  args: nothing,
  run: (at) => {
    ensure(at.board.status === 'ended', 'stale');
    if (at.me) at.board.facilitator = at.me;
    steer(at).resume();
  },
});

export const renameMeeting = server('renameMeeting', {
  by: 'facilitator',
  args: z.object({ name: text(80) }),
  run: ({ board }, { name }) => {
    board.name = name;
  },
});

/** "I am ready to go on." Anyone for themselves. */
export const setReady = both('setReady', {
  args: z.object({ phase: id<PhaseId>(), ready: z.boolean() }),
  run: ({ board, me }, args) => {
    const phase = need(board.phases[args.phase], 'unknown-phase');
    ensure(phase.status === 'open', 'not-open');
    if (args.ready) phase.ready[me] = true;
    else delete phase.ready[me];
  },
});

export const flowCommands = [
  openPhase,
  finishPhase,
  skipPhase,
  movePhase,
  endMeeting,
  reopenMeeting,
  renameMeeting,
  setReady,
] as const;
