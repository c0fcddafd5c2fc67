import * as z from 'zod/mini';
import { outline, phaseKind, type Material, type PhaseKind } from '../phase-kind.ts';
import { text } from '../text.ts';

interface NoteState {
  /** What happened to the phase, in order. */
  log: string[];
  shown: string[];
}
interface NoteHand {
  notes: string[];
}

/**
 * The smallest kind that has everything: hands that are shown at close and taken back at reopen,
 * commands of both sides, and a trace of what was called. For tests of the meeting itself.
 */
export function noteKind(kind: string, gives: Material[] = [], needs: Material[] = []): PhaseKind {
  const { command, serverCommand, define } = phaseKind<object, NoteState, NoteHand>(
    outline(kind, kind, { gives, needs, retells: true }),
  );
  return define({
    settings: z.strictObject({}),
    state: () => ({ log: [], shown: [] }),
    hand: () => ({ notes: [] }),
    commands: [
      command('write', {
        args: z.object({ text: text(20) }),
        run: ({ hand }, { text }) => {
          hand.notes = [...hand.notes, text];
        },
      }),
      command('say', {
        by: 'facilitator',
        during: ['open', 'done'],
        args: z.object({ text: text(20) }),
        run: ({ state }, { text }) => {
          state.log = [...state.log, text];
        },
      }),
      serverCommand('draw', {
        by: 'member',
        args: z.object({}),
        run: ({ state, handOf, me, world }) => {
          state.log = [...state.log, String(Math.floor(world.random() * 10))];
          if (me) handOf(me).notes = ['drawn'];
        },
      }),
      serverCommand('sweep', { by: 'server', args: z.object({}), run: () => undefined }),
    ],
    open: ({ state }) => {
      state.log = [...state.log, 'open'];
    },
    close: ({ state, hands }) => {
      state.log = [...state.log, 'close'];
      state.shown = hands()
        .flatMap(([, hand]) => hand.notes)
        .sort();
    },
    reopen: ({ state }) => {
      state.log = [...state.log, 'reopen'];
      state.shown = [];
    },
    outcome: ({ state, takenFurther }) =>
      takenFurther
        ? []
        : [
            {
              as: 'answers',
              question: kind,
              answers: state.shown.map((text) => ({ text, by: '' })),
            },
          ],
  });
}

export const noteState = (state: object): NoteState => state as NoteState;
