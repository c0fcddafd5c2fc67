import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import { HUES, peopleIn, type CardId, type GroupId } from '@rondo/meeting';
import {
  LONGEST_CARD,
  roomsOf,
  type BreakoutHand,
  type BreakoutSettings,
  type BreakoutState,
} from '../domain/index.ts';

// The phase is of this kind, so its parts are too.
const settingsAt = ({ view, phase }: PlayAt): BreakoutSettings =>
  view.board.phases[phase]?.settings as BreakoutSettings;
const stateAt = ({ view, phase }: PlayAt): BreakoutState =>
  view.board.phases[phase]?.state as BreakoutState;
const mineAt = ({ view, phase }: PlayAt): CardId[] =>
  // The record's own keys are card ids.
  Object.keys((view.hand.phases[phase] as BreakoutHand | undefined)?.mine ?? {}) as CardId[];

const room = (at: PlayAt): string =>
  at.chance.oneIn(20)
    ? 'no-such-room'
    : (at.chance.pick(roomsOf(stateAt(at)).map(([id]) => id)) ?? 'none');

const cards = (at: PlayAt): CardId[] => Object.keys(stateAt(at).cards) as CardId[];
const groups = (at: PlayAt): GroupId[] => Object.keys(stateAt(at).groups) as GroupId[];

/** Groups of the room that this person sits in. */
const roomGroups = (at: PlayAt): GroupId[] =>
  at.chance.oneIn(8)
    ? groups(at)
    : groups(at).filter((id) => stateAt(at).groups[id]?.room === stateAt(at).seats[at.me]);

const cardOfRoom = (at: PlayAt): CardId => {
  const group = at.chance.pick(roomGroups(at));
  return (
    at.chance.pick(group ? (stateAt(at).groups[group]?.cards ?? []) : cards(at)) ??
    at.chance.id<'card'>()
  );
};

const ownCard = (at: PlayAt): CardId =>
  at.chance.pick(at.chance.oneIn(6) ? cards(at) : mineAt(at)) ?? at.chance.id<'card'>();

const someText = (chance: Chance, longest: number): string =>
  chance.oneIn(30) ? 'x'.repeat(longest + 1) : chance.text();

const moves: readonly ((at: PlayAt) => Move)[] = [
  (at) => ({ name: 'joinRoom', args: { room: room(at) } }),
  (at) => ({ name: 'setRoomDone', args: { room: room(at), done: at.chance.oneIn(2) } }),
  (at) => ({
    name: 'editCard',
    args: { id: ownCard(at), text: someText(at.chance, LONGEST_CARD) },
  }),
  (at) => ({ name: 'deleteCard', args: { id: ownCard(at) } }),
  (at) => ({
    name: 'placeCard',
    args: { card: cardOfRoom(at), into: at.chance.pick(roomGroups(at)) ?? at.chance.id<'group'>() },
  }),
  (at) => ({ name: 'splitCard', args: { card: cardOfRoom(at), into: at.chance.id<'group'>() } }),
  (at) => ({
    name: 'setTitle',
    args: {
      group: at.chance.pick(roomGroups(at)) ?? at.chance.id<'group'>(),
      title: at.chance.oneIn(3) ? null : at.chance.text(),
    },
  }),
];

const steer = (at: PlayAt): Move =>
  at.chance.oneIn(2)
    ? { name: 'dealRooms', args: {} }
    : {
        name: 'seatPerson',
        args: { person: at.chance.pick(peopleIn(at.view.board)) ?? 'nobody', room: room(at) },
      };

export const breakoutPlay: PhasePlay = {
  kind: 'breakout',

  settings: (chance) => ({
    prompts: ['one', 'two'].slice(0, 1 + chance.below(2)).map((id, index) => ({
      id,
      title: id,
      hue: HUES[index],
    })),
    rooms: 2 + chance.below(3),
    seating: chance.oneIn(3) ? 'free' : 'dealt',
    anonymous: chance.oneIn(2),
  }),

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(8) : chance.oneIn(50)) return steer(at);
    const seated = stateAt(at).seats[at.me] !== undefined;
    if (!seated && !chance.oneIn(4)) return { name: 'joinRoom', args: { room: room(at) } };
    if (chance.oneIn(2)) {
      return {
        name: 'addCard',
        args: {
          id: chance.oneIn(30) ? ownCard(at) : chance.id<'card'>(),
          group: chance.id<'group'>(),
          prompt: chance.oneIn(20)
            ? 'no-such-prompt'
            : (chance.pick(settingsAt(at).prompts)?.id ?? 'none'),
          text: someText(chance, LONGEST_CARD),
        },
      };
    }
    return (chance.pick(moves) ?? steer)(at);
  },
};
