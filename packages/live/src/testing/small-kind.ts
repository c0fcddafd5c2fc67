import {
  createMeeting,
  ensure,
  outline,
  phaseKind,
  text,
  type Doc,
  type MeetingId,
  type NewMeeting,
  type ParticipantId,
  type PhaseId,
  type Registry,
} from '@rondo/meeting';
import { testWorld } from '@rondo/meeting/testing';
import * as z from 'zod/mini';

interface Settings {
  quiet: boolean;
}
interface Notes {
  notes: Record<string, string>;
}

const { command, serverCommand, define } = phaseKind<Settings, Notes, Notes>(
  outline('small', 'Small'),
);

const note = z.object({ key: z.string(), text: text(4_000) });

const hold = command('hold', {
  args: note,
  run: ({ hand }, { key, text }) => {
    ensure(hand.notes[key] === undefined, 'exists');
    hand.notes[key] = text;
  },
});

const say = command('say', {
  args: note,
  run: ({ state }, { key, text }) => {
    ensure(state.notes[key] === undefined, 'exists');
    state.notes[key] = text;
  },
});

const put = command('put', {
  args: note,
  run: ({ state }, { key, text }) => {
    state.notes[key] = text;
  },
});

const fail = command('fail', {
  args: z.object({}),
  run: ({ state }) => {
    state.notes['left behind'] = 'by a defect';
    throw new TypeError('a defect');
  },
});

const show = serverCommand('show', {
  by: 'facilitator',
  args: z.object({}),
  run: ({ hands, state }) => {
    for (const [, { notes }] of hands())
      for (const [key, text] of Object.entries(notes)) state.notes[key] = text;
  },
});

const hush = serverCommand('hush', {
  args: z.object({ quiet: z.boolean() }),
  run: ({ settings }, { quiet }) => {
    settings.quiet = quiet;
  },
});

/**
 * The smallest phase kind that has everything the engine deals with: notes that are held back in
 * hands (`hold`), notes for all (`say`, and `put`, which writes over), a command that needs all hands (`show`), one with a defect
 * (`fail`), and a quiet mode (`hush`).
 */
export const smallKinds: Registry = {
  small: define({
    settings: z.object({ quiet: z._default(z.boolean(), false) }),
    state: () => ({ notes: {} }),
    hand: () => ({ notes: {} }),
    quiet: ({ settings }) => settings.quiet,
    commands: [hold, say, put, fail, show, hush],
  }),
};

export const SMALL = 'small-1' as PhaseId;
export const ANN = 'ann' as ParticipantId;

/** A meeting of one small phase, hosted by Ann. */
export const smallMeeting = (id: MeetingId, plan: Partial<NewMeeting> = {}): Doc =>
  createMeeting(
    {
      id,
      name: 'Retro',
      activity: { id: 'small', name: 'Small' },
      flow: [{ kind: 'small' }],
      guests: 'no',
      host: { id: ANN, person: { name: 'Ann', role: 'member', lead: true, state: 'in' } },
      ...plan,
    },
    smallKinds,
    testWorld(),
  );
