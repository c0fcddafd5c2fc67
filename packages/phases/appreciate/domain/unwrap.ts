import { compareText, orderAfterAll, type ParticipantId, type ServerAt } from '@rondo/meeting';
import type { AppreciateSettings } from './settings.ts';
import type { AppreciateHand, AppreciateState, HeldKudos, Kudos, KudosId } from './state.ts';

type At = ServerAt<AppreciateSettings, AppreciateState, AppreciateHand>;

interface Wrapped extends HeldKudos {
  id: KudosId;
  by: ParticipantId;
}

/** All that lies in hands, in the order of their ids, which are random: whose hand it is tells nothing. */
function wrappedIn({ hands }: At): Wrapped[] {
  return hands()
    .flatMap(([by, { wrapped }]) =>
      // The record's own keys are ids of kudos.
      (Object.entries(wrapped) as [KudosId, HeldKudos][]).map(([id, each]) => ({
        ...each,
        id,
        by,
      })),
    )
    .sort((a, b) => compareText(a.id, b.id) || compareText(a.text, b.text));
}

/** Puts one on the board, with its giver's name where they gave it with one. */
export function lay(
  state: AppreciateState,
  id: KudosId,
  { to, text, anonymous }: HeldKudos,
  by: ParticipantId,
): void {
  const open: Kudos = { to, text, order: orderAfterAll(state.kudos), reactions: {} };
  state.kudos[id] = anonymous ? open : { ...open, by };
}

function unwrap(at: At, { id: wanted, by, ...held }: Wrapped): KudosId {
  const { state, handOf, world } = at;
  // Two hands may hold the same id, by a copied or forged client; that must not stop the unwrapping.
  const id = state.kudos[wanted] === undefined ? wanted : world.id<'kudos'>();
  lay(state, id, held, by);
  const hand = handOf(by);
  delete hand.wrapped[wanted];
  hand.mine[id] = true;
  state.wrapped -= 1;
  return id;
}

/** One that chance chooses. @returns whether there was one */
export function unwrapOne(at: At): boolean {
  const wrapped = wrappedIn(at);
  const chosen = wrapped[Math.floor(at.world.random() * wrapped.length)];
  if (!chosen) return false;
  at.state.latest = unwrap(at, chosen);
  return true;
}

/** All that are left, in the order of chance. */
export function unwrapAll(at: At): void {
  const drawn = wrappedIn(at).map((each) => ({ each, place: at.world.random() }));
  drawn.sort((a, b) => a.place - b.place);
  for (const { each } of drawn) unwrap(at, each);
  at.state.wrapped = 0;
  at.state.latest = null;
}
