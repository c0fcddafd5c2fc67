import { nameOf, sorted } from '@rondo/meeting';
import {
  deleteKudos,
  editKudos,
  giveKudos,
  reactToKudos,
  revealAll,
  revealOne,
} from './commands.ts';
import { define } from './kind.ts';
import { calledIn } from './recipients.ts';
import { AppreciateSettings } from './settings.ts';
import { SIGNS, type Sign } from './state.ts';
import { unwrapAll } from './unwrap.ts';

export * from './commands.ts';
export { calledIn, ensureThankable, LONGEST_NAME, thankable } from './recipients.ts';
export * from './settings.ts';
export * from './state.ts';

export const appreciate = define({
  settings: AppreciateSettings,
  state: () => ({ wrapped: 0, kudos: {}, latest: null }),
  hand: () => ({ wrapped: {}, mine: {} }),
  quiet: ({ settings }) => settings.secret || settings.anonymous || settings.mayChoose,
  commands: [giveKudos, editKudos, deleteKudos, reactToKudos, revealOne, revealAll],
  close: unwrapAll,
  done: ({ hand, phase, person }) =>
    phase.ready[person] === true || Object.keys({ ...hand.wrapped, ...hand.mine }).length > 0,
  outcome: ({ board, state }) => [
    {
      as: 'kudos',
      kudos: sorted(state.kudos).map(([, { to, text, by, reactions }]) => ({
        to: [...to.people.map((person) => calledIn(board, person)), ...to.names],
        text,
        ...(to.team && { team: true as const }),
        ...(by !== undefined && { by: nameOf(board, by) }),
        // `Object.entries` types every key as string; the record's own keys are signs.
        reactions: (Object.keys(SIGNS) as Sign[]).flatMap((sign) => {
          const count = Object.keys(reactions[sign] ?? {}).length;
          return count === 0 ? [] : [{ sign: SIGNS[sign], count }];
        }),
      })),
    },
  ],
});
