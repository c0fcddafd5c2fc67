import { peopleIn, type ParticipantId, type PhaseId, type TaskId, type View } from '@rondo/meeting';
import type { Chance } from './chance.ts';
import type { Move } from './play.ts';

/** What a player sees when they do something to the meeting itself. */
export interface MeetingPlayAt {
  view: View;
  me: ParticipantId;
  steers: boolean;
  chance: Chance;
  /** Server time, ms, about. */
  now: number;
}

const phaseAt = ({ view, chance }: MeetingPlayAt): PhaseId =>
  (chance.oneIn(3) ? chance.pick(view.board.flow) : undefined) ?? view.board.at;

const personAt = ({ view, chance }: MeetingPlayAt): ParticipantId =>
  chance.pick(peopleIn(view.board)) ?? chance.id<'participant'>();

const anyoneAt = ({ view, chance }: MeetingPlayAt): ParticipantId =>
  // The record's own keys are participant ids.
  chance.pick(Object.keys(view.board.people) as ParticipantId[]) ?? chance.id<'participant'>();

const taskAt = ({ view, chance }: MeetingPlayAt): TaskId =>
  chance.pick(Object.keys(view.board.tasks) as TaskId[]) ?? chance.id<'task'>();

type Maker = (at: MeetingPlayAt) => Move;

const steering: readonly Maker[] = [
  (at) => ({ name: 'finishPhase', args: { phase: phaseAt(at) } }),
  (at) => ({ name: 'finishPhase', args: { phase: at.view.board.at } }),
  (at) => ({ name: 'finishPhase', args: { phase: at.view.board.at } }),
  (at) => ({ name: 'openPhase', args: { phase: at.chance.pick(at.view.board.flow) } }),
  (at) => ({ name: 'skipPhase', args: { phase: phaseAt(at) } }),
  (at) => ({
    name: 'movePhase',
    args: {
      phase: at.chance.pick(at.view.board.flow),
      behind: at.chance.oneIn(4) ? null : at.chance.pick(at.view.board.flow),
    },
  }),
  (at) => ({ name: 'startTimer', args: { phase: phaseAt(at), seconds: 5 + at.chance.below(600) } }),
  (at) => ({
    name: 'startTimer',
    args: { phase: phaseAt(at), until: at.now + at.chance.below(90_000_000) - 1_000 },
  }),
  (at) => ({ name: 'extendTimer', args: { phase: phaseAt(at), seconds: 60 } }),
  (at) => ({ name: 'stopTimer', args: { phase: phaseAt(at) } }),
  (at) => ({
    name: 'setWindow',
    args: {
      phase: phaseAt(at),
      window: at.chance.oneIn(3)
        ? null
        : {
            opensAt: at.chance.oneIn(2) ? null : at.now + at.chance.below(90_000_000),
            closesAt: at.now + at.chance.below(180_000_000) - 1_000,
            whenDone: at.chance.oneIn(2),
            remindAt: null,
            lateUntil: null,
          },
    },
  }),
  (at) => ({ name: 'handOver', args: { person: personAt(at) } }),
  (at) => ({ name: 'setLocked', args: { locked: at.chance.oneIn(4) } }),
  (at) => ({ name: 'setGuests', args: { guests: at.chance.pick(['no', 'lobby', 'yes', 'yes']) } }),
  (at) => ({ name: 'admit', args: { person: anyoneAt(at) } }),
  (at) => ({ name: 'admit', args: { person: anyoneAt(at) } }),
  (at) => ({ name: 'renameMeeting', args: { name: at.chance.text() } }),
];

/** Rare, because nothing much happens after it. */
const ending: readonly Maker[] = [
  () => ({ name: 'endMeeting', args: {} }),
  (at) => ({ name: 'removePerson', args: { person: anyoneAt(at) } }),
];

const anyones: readonly Maker[] = [
  (at) => ({ name: 'setReady', args: { phase: phaseAt(at), ready: !at.chance.oneIn(4) } }),
  (at) => ({
    name: 'addTask',
    args: {
      id: at.chance.oneIn(12) ? taskAt(at) : at.chance.id<'task'>(),
      text: at.chance.text(),
      owner: at.chance.oneIn(2) ? null : anyoneAt(at),
      due: at.chance.oneIn(2) ? null : '2026-12-24',
      topic: null,
    },
  }),
  (at) => ({ name: 'editTask', args: { id: taskAt(at), text: at.chance.text() } }),
  (at) => ({ name: 'editTask', args: { id: taskAt(at), done: at.chance.oneIn(2) } }),
  (at) => ({ name: 'removeTask', args: { id: taskAt(at) } }),
  () => ({ name: 'takeRole', args: {} }),
];

const AFTER_END: Move = { name: 'reopenMeeting', args: {} };

/** Something this person might do to the meeting itself: mostly sensible, now and then not theirs to do. */
export function meetingMove(at: MeetingPlayAt): Move {
  const { chance, steers } = at;
  if (at.view.board.status === 'ended' ? chance.oneIn(2) : chance.oneIn(60)) return AFTER_END;
  const rights = steers ? !chance.oneIn(3) : chance.oneIn(12);
  if (!rights) return (chance.pick(anyones) ?? (() => AFTER_END))(at);
  const makers = chance.oneIn(25) ? ending : steering;
  return (chance.pick(makers) ?? (() => AFTER_END))(at);
}
