import { ensure, id, keysOf, need, text, type ParticipantId } from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, serverCommand } from './kind.ts';
import { distinct, ensureThankable, recipients } from './recipients.ts';
import type { AppreciateSettings } from './settings.ts';
import { SIGNS, type AppreciateHand, type Kudos, type KudosId, type Sign } from './state.ts';
import { lay, unwrapAll, unwrapOne } from './unwrap.ts';

export const LONGEST_KUDOS = 500;
const MOST_HELD = 60;
const MOST_KUDOS = 1_000;

const what = z.object({
  id: id<KudosId>(),
  to: recipients,
  text: text(LONGEST_KUDOS),
  /** Asked for where each may choose. */
  anonymous: z.optional(z.boolean()),
});

const isAnonymous = (settings: AppreciateSettings, wanted: boolean | undefined): boolean =>
  settings.mayChoose ? (wanted ?? settings.anonymous) : settings.anonymous;

/** Into the hand while it is to be a surprise; straight to the board where it is not, and afterwards. */
export const giveKudos = command('giveKudos', {
  during: ['open', 'done'],
  args: what,
  run: ({ board, phase, settings, state, hand, me }, args) => {
    ensureThankable(board, me, args.to);
    ensure(hand.wrapped[args.id] === undefined && state.kudos[args.id] === undefined, 'exists');
    // Counted now, because unwrapping must never fail.
    ensure(keysOf(state.kudos).length + state.wrapped < MOST_KUDOS, 'full');
    const given = {
      to: distinct(args.to),
      text: args.text,
      anonymous: isAnonymous(settings, args.anonymous),
    };
    if (settings.secret && phase.status === 'open') {
      ensure(Object.keys(hand.wrapped).length < MOST_HELD, 'full');
      hand.wrapped[args.id] = given;
      state.wrapped += 1;
      return;
    }
    lay(state, args.id, given, me);
    hand.mine[args.id] = true;
  },
});

const ensureMine = (hand: AppreciateHand, { by }: Kudos, kudos: KudosId, me: ParticipantId): void =>
  ensure(hand.mine[kudos] === true || by === me, 'not-yours');

/** Other words, or to somebody else. On the board a name that was given stays, and none is added. */
export const editKudos = command('editKudos', {
  during: ['open', 'done', 'ahead'],
  args: what,
  run: ({ board, settings, state, hand, me }, args) => {
    const held = hand.wrapped[args.id];
    if (held) {
      ensureThankable(board, me, args.to);
      held.to = distinct(args.to);
      held.text = args.text;
      held.anonymous = isAnonymous(settings, args.anonymous ?? held.anonymous);
      return;
    }
    const kudos = need(state.kudos[args.id], 'not-found');
    ensureMine(hand, kudos, args.id, me);
    ensureThankable(board, me, args.to);
    kudos.to = distinct(args.to);
    kudos.text = args.text;
  },
});

export const deleteKudos = command('deleteKudos', {
  during: ['open', 'done', 'ahead'],
  args: z.object({ id: id<KudosId>() }),
  run: ({ state, hand, me }, args) => {
    if (hand.wrapped[args.id]) {
      delete hand.wrapped[args.id];
      state.wrapped -= 1;
      return;
    }
    ensureMine(hand, need(state.kudos[args.id], 'not-found'), args.id, me);
    delete state.kudos[args.id];
    delete hand.mine[args.id];
    if (state.latest === args.id) state.latest = null;
  },
});

// `Object.keys` forgets that these are exactly the signs.
const sign = z.enum(Object.keys(SIGNS) as [Sign, ...Sign[]]);

/** A sign of joy at what somebody else was given; `on: false` takes it back. */
export const reactToKudos = command('reactToKudos', {
  during: ['open', 'done', 'ahead'],
  args: z.object({ id: id<KudosId>(), sign, on: z.boolean() }),
  run: ({ state, me }, args) => {
    const kudos = need(state.kudos[args.id], 'not-found');
    if (args.on) {
      kudos.reactions[args.sign] ??= {};
      // Read again after it was written: only then it is a draft.
      need(kudos.reactions[args.sign], 'not-found')[me] = true;
      return;
    }
    const people = kudos.reactions[args.sign];
    if (!people) return;
    delete people[me];
    if (Object.keys(people).length === 0) delete kudos.reactions[args.sign];
  },
});

/** The facilitator unwraps one, which chance chooses, for everybody to see. */
export const revealOne = serverCommand('revealOne', {
  by: 'facilitator',
  args: z.object({}),
  run: (at) => ensure(unwrapOne(at), 'stale'),
});

/** All that are still wrapped at once. */
export const revealAll = serverCommand('revealAll', {
  by: 'facilitator',
  args: z.object({}),
  run: unwrapAll,
});
