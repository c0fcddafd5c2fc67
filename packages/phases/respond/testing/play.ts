import type { Chance, Move, PhasePlay, PlayAt } from '@rondo/live/testing';
import {
  ALL_REACTIONS,
  HUES,
  LONGEST_COMMENT,
  peopleIn,
  type CommentId,
  type Doc,
  type ParticipantId,
  type PhaseId,
} from '@rondo/meeting';
import {
  isReady,
  LONGEST_ANSWER,
  nothingShown,
  toGive,
  type AnswerId,
  type RespondHand,
  type RespondSettings,
  type RespondState,
  type Shown,
} from '../domain/index.ts';

const PROMPTS = ['done', 'next', 'help'];

const stateAt = ({ view, phase }: PlayAt): RespondState =>
  // The phase is of this kind, so its state, settings and the hand's part are too.
  view.board.phases[phase]?.state as RespondState;

const settingsAt = ({ view, phase }: PlayAt): RespondSettings =>
  view.board.phases[phase]?.settings as RespondSettings;

const handAt = ({ view, phase }: PlayAt): RespondHand =>
  (view.hand.phases[phase] as RespondHand | undefined) ?? {
    drafts: {},
    mine: {},
    gave: false,
    shown: null,
  };

/** What this person can see of answers. */
function seenBy(at: PlayAt): Shown {
  const state = stateAt(at);
  return state.revealed ? state.shown : (handAt(at).shown ?? nothingShown());
}

// The records' own keys are ids of these kinds.
const answersAt = (at: PlayAt): AnswerId[] => Object.keys(seenBy(at).answers) as AnswerId[];
const commentsAt = (at: PlayAt): CommentId[] => Object.keys(seenBy(at).comments) as CommentId[];

const someText = (chance: Chance, longest: number): string =>
  chance.oneIn(30) ? 'x'.repeat(longest + 1) : chance.text();

const mentions = ({ view, chance }: PlayAt): ParticipantId[] => {
  const person = chance.oneIn(3) ? chance.pick(peopleIn(view.board)) : undefined;
  return person === undefined ? [] : [person];
};

/** Mostly a prompt that has no answer yet. */
function write(at: PlayAt): Move {
  const { chance } = at;
  const empty = toGive(settingsAt(at), stateAt(at), handAt(at), at.me).find(
    ({ isMissing }) => isMissing,
  );
  const any = chance.pick(settingsAt(at).prompts)?.id ?? 'none';
  const prompt = chance.oneIn(25) ? 'no-such-prompt' : chance.oneIn(3) ? any : empty?.prompt;
  const text = chance.oneIn(12) ? '' : someText(chance, LONGEST_ANSWER);
  return { name: 'write', args: { prompt: prompt ?? any, text } };
}

function talk(at: PlayAt): Move {
  const { chance } = at;
  const own = commentsAt(at).filter((id) => seenBy(at).comments[id]?.by === at.me);
  const mine = chance.pick(chance.oneIn(6) ? commentsAt(at) : own) ?? chance.id<'comment'>();
  switch (chance.below(5)) {
    case 0: {
      const args = { id: mine, text: someText(chance, LONGEST_COMMENT), mentions: mentions(at) };
      return { name: 'editComment', args };
    }
    case 1:
      return { name: 'deleteComment', args: { id: mine } };
    case 2: {
      const answer = chance.pick(answersAt(at)) ?? chance.id<'answer'>();
      const comment = chance.oneIn(2) ? chance.pick(commentsAt(at)) : undefined;
      const target = comment === undefined ? { answer } : { comment };
      const args = { target, reaction: chance.pick(ALL_REACTIONS), on: !chance.oneIn(3) };
      return { name: 'react', args };
    }
    default: {
      const parent = chance.oneIn(2) ? (chance.pick(commentsAt(at)) ?? null) : null;
      const answered = parent === null ? undefined : seenBy(at).comments[parent]?.answer;
      return {
        name: 'addComment',
        args: {
          id: chance.oneIn(30) ? mine : chance.id<'comment'>(),
          answer: answered ?? chance.pick(answersAt(at)) ?? chance.id<'answer'>(),
          text: someText(chance, LONGEST_COMMENT),
          parent,
          mentions: mentions(at),
        },
      };
    }
  }
}

/** What must hold of the hands that show others' answers, and of the board while it shows none. */
function broken(doc: Doc, id: PhaseId): string | null {
  const phase = doc.board.phases[id];
  if (!phase) return null;
  // The phase is of this kind, so its parts are too.
  const { state, settings } = phase as { state: RespondState; settings: RespondSettings };
  const hands = Object.values(doc.hands).flatMap(
    (hand) => (hand.phases[id] as RespondHand | undefined) ?? [],
  );
  const texts = hands.flatMap(({ shown }) => (shown ? [JSON.stringify(sorted(shown))] : []));
  if (state.revealed && texts.length > 0) return 'answers lie in hands and on the board';
  if (!state.revealed && Object.keys(state.shown.answers).length > 0)
    return 'answers lie on the board before their time';
  if (settings.visible === 'after-own' && new Set(texts).size > 1)
    return 'those who have answered see different things';
  if (settings.anonymous && Object.keys(state.given).length > 0) return 'told who has answered';
  const named = [state.shown, ...hands.flatMap(({ shown }) => shown ?? [])]
    .flatMap(({ answers }) => Object.values(answers))
    .some(({ by, at }) => by !== undefined || at !== undefined);
  return settings.anonymous && named ? 'an anonymous answer has a name' : null;
}

/** The same whatever the order of keys. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)])
    : value;

export const respondPlay: PhasePlay = {
  kind: 'respond',

  settings: (chance) => ({
    prompts: PROMPTS.slice(0, 1 + chance.below(3)).map((id, index) => ({
      id,
      title: id,
      hue: HUES[index],
      flag: id === 'help',
      optional: chance.oneIn(3),
    })),
    visible: chance.pick(['at-once', 'after-own', 'at-close']),
    anonymous: chance.oneIn(2),
  }),

  move: (at) => {
    const { chance } = at;
    const hand = handAt(at);
    const ready = isReady(toGive(settingsAt(at), stateAt(at), hand, at.me));
    const hasDraft = Object.keys(hand.drafts).length > 0;
    if (ready && hasDraft ? chance.oneIn(2) : chance.oneIn(20)) return { name: 'give', args: {} };
    if (hand.gave && chance.oneIn(10)) return { name: 'takeBack', args: {} };
    const canTalk = answersAt(at).length > 0;
    return chance.oneIn(canTalk ? 2 : 12) ? talk(at) : write(at);
  },

  // What is written stays in the hand; what is given is hidden only where it waits for the close.
  twin: (move, original, twin) => {
    const isHidden = settingsAt(original).visible === 'at-close' && !stateAt(original).revealed;
    if (move.name === 'give' || move.name === 'takeBack') return isHidden ? move : null;
    if (move.name !== 'write') return move;
    const { prompt, text } = move.args as { prompt: string; text: string };
    if (text === '' || text.length > LONGEST_ANSWER) return move;
    return { name: 'write', args: { prompt, text: twin.chance.text() } };
  },

  broken,
};
