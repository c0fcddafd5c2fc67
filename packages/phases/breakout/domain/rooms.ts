import {
  ensure,
  id,
  need,
  peopleIn,
  type ParticipantId,
  type ServerAt,
  type World,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, serverCommand } from './kind.ts';
import type { BreakoutSettings } from './settings.ts';
import type { BreakoutHand, BreakoutState, RoomId } from './state.ts';

type At = ServerAt<BreakoutSettings, BreakoutState, BreakoutHand>;

/** The rooms by their number. */
export const roomsOf = (state: BreakoutState): [RoomId, BreakoutState['rooms'][RoomId]][] =>
  // The record's own keys are ids of rooms.
  (Object.entries(state.rooms) as [RoomId, BreakoutState['rooms'][RoomId]][]).sort(
    ([, a], [, b]) => a.number - b.number,
  );

/** Makes the rooms, once, and deals out those who have no seat. */
export function openRooms({ board, settings, state, world }: At): void {
  for (let number = roomsOf(state).length + 1; number <= settings.rooms; number++)
    state.rooms[`room-${number}` as RoomId] = { number, done: false };
  if (settings.seating === 'dealt')
    deal(
      state,
      peopleIn(board).filter((person) => state.seats[person] === undefined),
      world,
    );
}

/** Each in turn into the room with the fewest, in an order that nobody can foresee. */
function deal(state: BreakoutState, people: readonly ParticipantId[], { random }: World): void {
  const shuffled = people.map((person) => ({ person, chance: random() }));
  shuffled.sort((a, b) => a.chance - b.chance);
  for (const { person } of shuffled) {
    const room = smallest(state);
    if (room !== null) state.seats[person] = room;
  }
}

function smallest(state: BreakoutState): RoomId | null {
  const taken = Object.values(state.seats);
  const sizes = roomsOf(state).map(([room]) => ({
    room,
    size: taken.filter((each) => each === room).length,
  }));
  return sizes.sort((a, b) => a.size - b.size)[0]?.room ?? null;
}

/** Goes into a room, or changes over to another; what somebody has written stays where it is. */
export const joinRoom = command('joinRoom', {
  args: z.object({ room: id<RoomId>() }),
  run: ({ state, me }, { room }) => {
    ensure(state.rooms[room] !== undefined, 'not-found');
    state.seats[me] = room;
  },
});

/** Deals everybody out anew over the rooms that are there; what lies in a room stays in it. */
export const dealRooms = serverCommand('dealRooms', {
  by: 'facilitator',
  args: z.object({}),
  run: ({ board, state, world }) => {
    state.seats = {};
    deal(state, peopleIn(board), world);
  },
});

/** Puts somebody into a room. */
export const seatPerson = command('seatPerson', {
  by: 'facilitator',
  args: z.object({ person: id<ParticipantId>(), room: id<RoomId>() }),
  run: ({ board, state }, { person, room }) => {
    ensure(board.people[person]?.state === 'in' && state.rooms[room] !== undefined, 'not-found');
    state.seats[person] = room;
  },
});

/** A room says that it has finished, so that the facilitator knows when to bring all together. */
export const setRoomDone = command('setRoomDone', {
  args: z.object({ room: id<RoomId>(), done: z.boolean() }),
  run: ({ state, me, steers }, { room, done }) => {
    const found = need(state.rooms[room], 'not-found');
    ensure(state.seats[me] === room || steers, 'not-allowed');
    found.done = done;
  },
});
