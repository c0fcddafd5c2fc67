import {
  ensure,
  keysOf,
  need,
  optionalText,
  peek,
  type ParticipantId,
  type Phase,
} from '@rondo/meeting';
import * as z from 'zod/mini';
import { command, serverCommand } from './kind.ts';
import { placesFor, type At } from './places.ts';
import type { RespondSettings } from './settings.ts';
import {
  LONGEST_ANSWER,
  type Answer,
  type AnswerId,
  type RespondHand,
  type RespondState,
  type Shown,
} from './state.ts';

/** What this person has given, by prompt. After a meeting was opened again only names tell. */
export function ownAnswers(
  { shown: onBoard, revealed }: RespondState,
  hand: RespondHand,
  me: ParticipantId,
): Record<string, { id: AnswerId; answer: Answer }> {
  const shown = revealed ? onBoard : hand.shown;
  if (shown === null) return {};
  const own: Record<string, { id: AnswerId; answer: Answer }> = {};
  for (const id of keysOf(shown.answers)) {
    const answer = peek(shown.answers, id);
    if (answer && (answer.by === me || hand.mine[answer.prompt] === id))
      own[answer.prompt] = { id, answer };
  }
  return own;
}

/** Writes an answer into the own hand, where it stays until it is given. The same words as given: nothing is to change. */
export const write = command('write', {
  during: ['ahead', 'open', 'done'],
  args: z.object({ prompt: z.string(), text: optionalText(LONGEST_ANSWER) }),
  run: ({ settings, state, hand, me }, { prompt, text }) => {
    ensure(
      settings.prompts.some(({ id }) => id === prompt),
      'not-found',
    );
    const given = ownAnswers(state, hand, me)[prompt]?.answer.text ?? '';
    if (text === given) delete hand.drafts[prompt];
    else hand.drafts[prompt] = text;
  },
});

/** What would be given now: of every prompt the draft, else what was given. */
export function toGive(
  settings: RespondSettings,
  state: RespondState,
  hand: RespondHand,
  me: ParticipantId,
): { prompt: string; text: string; isMissing: boolean }[] {
  const own = ownAnswers(state, hand, me);
  return settings.prompts.map(({ id, optional }) => {
    const text = hand.drafts[id] ?? own[id]?.answer.text ?? '';
    return { prompt: id, text, isMissing: text === '' && optional !== true };
  });
}

/** Whether all is there that has to be, and anything at all. */
export const isReady = (answers: ReturnType<typeof toGive>): boolean =>
  answers.every(({ isMissing }) => !isMissing) && answers.some(({ text }) => text !== '');

/**
 * Whether answers are still given or changed. After an anonymous phase nobody may: the one who is there
 * at that moment would be known as its author.
 */
export const takesAnswers = (status: Phase['status'], settings: RespondSettings): boolean =>
  status === 'open' || (status === 'done' && !settings.anonymous);

/** Gives what is written in the own hand: to everybody, or to those who may see it already. */
export const give = serverCommand('give', {
  during: ['open', 'done'],
  args: z.object({}),
  run: (at) => {
    const me = need(at.me, 'not-allowed');
    const { settings, state } = at;
    ensure(takesAnswers(at.phase.status, settings), 'not-open');
    ensure(isReady(toGive(settings, state, at.handOf(me), me)), 'bad-arguments');
    const places = placesFor(at, me);
    const own = ownAnswers(state, at.handOf(me), me);
    for (const prompt of keysOf(at.handOf(me).drafts)) {
      const text = at.handOf(me).drafts[prompt] ?? '';
      const before = own[prompt];
      if (text === '') {
        if (before) forget(at, me, places, prompt, before.id);
        continue;
      }
      const id = before?.id ?? at.world.id<'answer'>();
      const answer = worded(at, me, prompt, text, before?.answer);
      for (const { answers } of places) answers[id] = answer;
      at.handOf(me).mine[prompt] = id;
    }
    at.handOf(me).drafts = {};
    count(at, me, true);
  },
});

/** Takes all of one's own answers back into the hand, to be given again or not. */
export const takeBack = serverCommand('takeBack', {
  during: ['open', 'done'],
  args: z.object({}),
  run: (at) => {
    const me = need(at.me, 'not-allowed');
    ensure(takesAnswers(at.phase.status, at.settings), 'not-open');
    const own = Object.entries(ownAnswers(at.state, at.handOf(me), me)).filter(
      ([, { answer }]) => answer.gone !== true,
    );
    ensure(own.length > 0, 'not-found');
    const places = placesFor(at, me);
    for (const [prompt, { id, answer }] of own) {
      at.handOf(me).drafts[prompt] ??= answer.text;
      forget(at, me, places, prompt, id);
    }
    count(at, me, false);
  },
});

function worded(
  { settings, phase, world }: At,
  me: ParticipantId,
  prompt: string,
  text: string,
  before: Answer | undefined,
): Answer {
  const isNew = before === undefined || before.gone === true;
  const isLate = isNew ? phase.status === 'done' : before.late === true;
  return {
    prompt,
    text,
    ...(!settings.anonymous && { by: me, at: isNew ? world.now : (before.at ?? world.now) }),
    ...(isLate && { late: true }),
    ...(!isNew && { edited: true }),
  };
}

/** An answer goes. Where others have said something about it, its place remains, without a word of it. */
function forget(
  at: At,
  me: ParticipantId,
  places: readonly Shown[],
  prompt: string,
  id: AnswerId,
): void {
  let isTalkedAbout = false;
  for (const { answers, comments, reactions } of places) {
    delete reactions[id];
    isTalkedAbout = keysOf(comments).some((each) => peek(comments, each)?.answer === id);
    const answer = answers[id];
    if (!isTalkedAbout) delete answers[id];
    else if (answer) {
      answer.text = '';
      answer.gone = true;
    }
  }
  if (!isTalkedAbout) delete at.handOf(me).mine[prompt];
}

/** Counts a person as one who has answered, or no longer. */
function count(at: At, me: ParticipantId, gave: boolean): void {
  const { settings, state } = at;
  const before = at.handOf(me).gave || state.given[me] === true;
  at.handOf(me).gave = gave;
  state.answered += Number(gave) - Number(before);
  if (settings.anonymous) return;
  if (gave) state.given[me] = true;
  else delete state.given[me];
}
