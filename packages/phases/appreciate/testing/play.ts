import type { Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import { Refused, type Doc, type PhaseId } from '@rondo/meeting';
import {
  ensureThankable,
  LONGEST_KUDOS,
  SIGNS,
  thankable,
  type AppreciateHand,
  type AppreciateSettings,
  type AppreciateState,
  type KudosId,
  type Recipients,
} from '../domain/index.ts';

const handAt = ({ view, phase }: PlayAt): AppreciateHand =>
  // The phase is of this kind, so its hand's part and its state are too.
  (view.hand.phases[phase] as AppreciateHand | undefined) ?? { wrapped: {}, mine: {} };

const stateAt = ({ view, phase }: PlayAt): AppreciateState =>
  view.board.phases[phase]?.state as AppreciateState;

/** Mostly one's own, now and then somebody else's or one that never was. */
function someKudos(at: PlayAt): KudosId {
  const { wrapped, mine } = handAt(at);
  // The records' own keys are ids of kudos.
  const own = [...Object.keys(wrapped), ...Object.keys(mine)] as KudosId[];
  const all = Object.keys(stateAt(at).kudos) as KudosId[];
  return at.chance.pick(at.chance.oneIn(4) ? all : own) ?? at.chance.id<'kudos'>();
}

const EVERYBODY: Recipients = { people: [], team: true, names: [] };

function someRecipients({ view, me, chance }: PlayAt): Recipients {
  const person = chance.pick(thankable(view.board, me));
  switch (chance.below(6)) {
    case 0:
      return EVERYBODY;
    case 1:
      return { people: [], team: false, names: [chance.text().slice(0, 60)] };
    case 2:
      return { people: [chance.oneIn(4) ? me : chance.id()], team: false, names: [] };
    default:
      return { people: person ? [person] : [], team: !person, names: [] };
  }
}

const someText = ({ chance }: PlayAt): string =>
  chance.oneIn(30) ? 'x'.repeat(LONGEST_KUDOS + 1) : chance.oneIn(30) ? ' ' : chance.text();

const written = (at: PlayAt, name: string, id: KudosId): Move => ({
  name,
  args: { id, to: someRecipients(at), text: someText(at), anonymous: at.chance.oneIn(2) },
});

const isThankable = ({ view, me }: PlayAt, to: Recipients): boolean => {
  try {
    ensureThankable(view.board, me, to);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

/** Says who has thanked themselves or is named against their will; null: nothing is wrong. */
function broken(doc: Doc, id: PhaseId): string | null {
  const phase = doc.board.phases[id];
  if (!phase) return null;
  // As above.
  const { anonymous, mayChoose } = phase.settings as AppreciateSettings;
  const { kudos, wrapped } = phase.state as AppreciateState;
  for (const [each, { by, to }] of Object.entries(kudos)) {
    if (by !== undefined && anonymous && !mayChoose) return `${each} tells who gave it`;
    if (by !== undefined && to.people.includes(by)) return `${by} has thanked themselves`;
  }
  const held = Object.values(doc.hands).flatMap((hand) =>
    Object.keys((hand.phases[id] as AppreciateHand | undefined)?.wrapped ?? {}),
  );
  return held.length === wrapped ? null : `${wrapped} are said to be wrapped, ${held.length} are`;
}

export const appreciatePlay: PhasePlay = {
  kind: 'appreciate',

  settings: (chance) => ({
    secret: !chance.oneIn(4),
    anonymous: chance.oneIn(2),
    mayChoose: chance.oneIn(3),
  }),

  move: (at) => {
    const { chance } = at;
    if (at.steers ? chance.oneIn(8) : chance.oneIn(60))
      return { name: chance.oneIn(4) ? 'revealAll' : 'revealOne', args: {} };
    switch (chance.below(6)) {
      case 0:
        return written(at, 'editKudos', someKudos(at));
      case 1:
        return { name: 'deleteKudos', args: { id: someKudos(at) } };
      case 2: {
        const some = chance.pick(Object.keys(stateAt(at).kudos)) ?? chance.id();
        const sign = chance.oneIn(20) ? 'bomb' : chance.pick(Object.keys(SIGNS));
        return { name: 'reactToKudos', args: { id: some, sign, on: !chance.oneIn(3) } };
      }
      default:
        return written(at, 'giveKudos', chance.oneIn(30) ? someKudos(at) : chance.id<'kudos'>());
    }
  },

  // While they are wrapped, nobody sees what they say, whom they thank, or whether with a name.
  twin: (move, original, twin) => {
    if (move.name.startsWith('reveal')) return null;
    const { id, to, text, anonymous } = move.args as {
      id: KudosId;
      to?: Recipients;
      text?: string;
      anonymous?: boolean;
    };
    if (to === undefined || text === undefined) return move;
    if (text.length > LONGEST_KUDOS || text.trim() === '' || !isThankable(original, to))
      return move;
    const phase = original.view.board.phases[original.phase];
    if (!phase) return move;
    const { secret } = phase.settings as AppreciateSettings;
    const isNew = move.name === 'giveKudos' && secret && phase.status === 'open';
    if (!isNew && handAt(original).wrapped[id] === undefined) return move;
    const { chance } = twin;
    const another = chance.oneIn(2) ? EVERYBODY : to;
    return {
      name: move.name,
      args: { id, to: another, text: chance.text(), anonymous: anonymous !== chance.oneIn(2) },
    };
  },

  broken,
};
