import {
  compareText,
  nameOf,
  type LocalText,
  type OutcomeAt,
  type OutcomePart,
  type ParticipantId,
  type PhaseKind,
} from '@rondo/meeting';
import { questions as german } from '../questions/de.ts';
import { questions as english } from '../questions/en.ts';
import { icebreaker } from './index.ts';
import type { IcebreakerSettings } from './settings.ts';
import type { IcebreakerState, Question } from './state.ts';

function textOf(question: Question): LocalText {
  if ('own' in question) return question.own;
  return { en: english[question.set] ?? '…', de: german[question.set] ?? '…' };
}

/** The kind as the server runs it: the outcome keeps the question in words, in every language. */
export const icebreakerOnServer: PhaseKind = {
  ...icebreaker,
  outcome: ({ board, state }: OutcomeAt<IcebreakerSettings, IcebreakerState>): OutcomePart[] => {
    // The record's own keys are participant ids.
    const answers = Object.entries(state.answers ?? {}) as [ParticipantId, string][];
    const named = answers.map(([person, text]) => ({ text, by: nameOf(board, person) }));
    named.sort((a, b) => compareText(a.by, b.by) || compareText(a.text, b.text));
    return [{ as: 'answers', question: textOf(state.question), answers: named }];
  },
};
