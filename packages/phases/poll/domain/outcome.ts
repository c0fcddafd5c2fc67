import {
  nameOf,
  type Board,
  type OutcomeAt,
  type OutcomePart,
  type ParticipantId,
} from '@rondo/meeting';
import type { PollSettings } from './settings.ts';
import type { PastRound, PollState } from './state.ts';
import { verdictOf } from './verdict.ts';

type PollPart = Extract<OutcomePart, { as: 'poll' }>;

/** Every round that was shown, in the order in which they were asked; the last one has the decision. */
export function decided({
  board,
  settings,
  state,
}: OutcomeAt<PollSettings, PollState>): OutcomePart[] {
  const { question } = settings;
  const { past, options, result, decision } = state;
  const asked: PastRound[] = [...past, ...(result ? [{ question, options, result }] : [])];
  return asked.map((each, index) => ({
    ...partOf(board, settings, each),
    ...(asked.length > 1 && { round: index + 1 }),
    decision: index === asked.length - 1 ? decision : null,
  }));
}

function partOf(
  board: Board,
  { way }: PollSettings,
  { question, options, result }: PastRound,
): PollPart {
  const { answers, tooFew, counts, winners, reasons, choices, rounds } = result;
  const verdict = verdictOf(way, result);
  const names = namesBy(board, way === 'ranked', choices);
  return {
    as: 'poll',
    question,
    way,
    answers,
    ...(tooFew && { tooFew }),
    ...(verdict && { verdict }),
    options: options.map(({ id, label }) => {
      const out = rounds?.findIndex((round) => round.out.includes(id)) ?? -1;
      const wins = showsWinner(way) && winners.includes(id);
      return {
        label,
        count: counts[id] ?? 0,
        ...(names && { by: names.get(id) ?? [] }),
        ...(out >= 0 && { out: out + 1 }),
        ...(wins && { winner: true }),
      };
    }),
    ...(rounds && {
      rounds: rounds.map((round) => ({
        counts: options.map(({ id }) => round.counts[id] ?? null),
        tie: round.tie,
      })),
    }),
    reasons: reasons.map(({ text, option, by, withdrawn }) => ({
      text,
      option: options.find(({ id }) => id === option)?.label ?? '',
      ...(by && { by: nameOf(board, by) }),
      ...(withdrawn && { withdrawn }),
    })),
    decision: null,
  };
}

/** Elsewhere the verdict says it. */
const showsWinner = (way: PollSettings['way']): boolean =>
  way === 'single' || way === 'multiple' || way === 'ranked';

function namesBy(
  board: Board,
  isRanked: boolean,
  choices: Record<ParticipantId, readonly string[]> | null,
): Map<string, string[]> | null {
  if (!choices) return null;
  const names = new Map<string, string[]>();
  // The record's own keys are participant ids.
  for (const [person, choice] of Object.entries(choices) as [ParticipantId, string[]][]) {
    for (const id of isRanked ? choice.slice(0, 1) : choice) {
      names.set(id, [...(names.get(id) ?? []), nameOf(board, person)].sort());
    }
  }
  return names;
}
