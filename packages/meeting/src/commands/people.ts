import * as z from 'zod/mini';
import type { ParticipantId } from '../ids.ts';
import { ensure, need } from '../refusal.ts';
import { id, text } from '../text.ts';
import { server } from './make.ts';

const thatPerson = z.object({ person: id<ParticipantId>() });

export const setLocked = server('setLocked', {
  by: 'facilitator',
  args: z.object({ locked: z.boolean() }),
  run: ({ board }, { locked }) => {
    board.locked = locked;
  },
});

export const setGuests = server('setGuests', {
  by: 'facilitator',
  args: z.object({ guests: z.enum(['no', 'lobby', 'yes']) }),
  run: ({ board }, { guests }) => {
    board.guests = guests;
  },
});

/** Lets somebody in from the lobby. */
export const admit = server('admit', {
  by: 'facilitator',
  args: thatPerson,
  run: ({ board }, args) => {
    const person = need(board.people[args.person], 'not-found');
    ensure(person.state === 'waiting', 'stale');
    person.state = 'in';
  },
});

/** Shows somebody out, also from the lobby. What they have given stays; who leads cannot be removed. */
export const removePerson = server('removePerson', {
  by: 'facilitator',
  args: thatPerson,
  run: ({ board }, args) => {
    ensure(args.person !== board.facilitator, 'not-allowed');
    need(board.people[args.person], 'not-found').state = 'removed';
  },
});

/** Somebody comes through the door. Only the server sends this, after it has checked who they are. */
export const enter = server('enter', {
  by: 'server',
  afterEnd: true,
  args: z.object({
    person: id<ParticipantId>(),
    name: text(60),
    role: z.enum(['member', 'guest']),
    lead: z.boolean(),
  }),
  run: ({ board }, { person, ...who }) => {
    const known = board.people[person];
    if (known) {
      ensure(known.state !== 'removed', 'removed');
      known.name = who.name;
      known.lead = who.lead;
      return;
    }
    ensure(board.status === 'running', 'ended');
    ensure(!board.locked, 'locked');
    ensure(who.role === 'member' || board.guests !== 'no', 'not-allowed');
    ensure(Object.keys(board.people).length < 1_000, 'full');
    const waits = who.role === 'guest' && board.guests === 'lobby';
    board.people[person] = { ...who, state: waits ? 'waiting' : 'in' };
  },
});

export const peopleCommands = [setLocked, setGuests, admit, removePerson, enter] as const;
