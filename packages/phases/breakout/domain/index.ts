import { outcomeTopic, sorted } from '@rondo/meeting';
import { addCard, deleteCard, editCard, placeCard, setTitle, splitCard } from './cards.ts';
import { define } from './kind.ts';
import { merge } from './merge.ts';
import { dealRooms, joinRoom, openRooms, seatPerson, setRoomDone } from './rooms.ts';
import { BreakoutSettings } from './settings.ts';

export * from './cards.ts';
export { dealRooms, joinRoom, roomsOf, seatPerson, setRoomDone } from './rooms.ts';
export * from './settings.ts';
export * from './state.ts';

export const breakout = define({
  settings: BreakoutSettings,
  state: () => ({ rooms: {}, seats: {}, cards: {}, groups: {} }),
  hand: () => ({ mine: {} }),
  quiet: ({ settings }) => settings.anonymous,
  commands: [
    joinRoom,
    dealRooms,
    seatPerson,
    setRoomDone,
    addCard,
    editCard,
    deleteCard,
    placeCard,
    splitCard,
    setTitle,
  ],
  open: (at) => {
    at.board.sealed = false;
    openRooms(at);
  },
  close: merge,
  done: ({ state, person }) => {
    const room = state.seats[person];
    return room !== undefined && state.rooms[room]?.done === true;
  },
  outcome: ({ board, phaseId, takenFurther }) =>
    takenFurther
      ? []
      : [
          {
            as: 'topics',
            topics: sorted(board.groups)
              .filter(([, group]) => group.cards.some((id) => board.cards[id]?.phase === phaseId))
              .map(([id, group]) => outcomeTopic(board, id, group)),
          },
        ],
});
