import {
  compareText,
  expectedIn,
  nameOf,
  REACTIONS,
  ALL_REACTIONS,
  type Board,
  type OutcomeAt,
  type OutcomePart,
} from '@rondo/meeting';
import type { RespondSettings } from './settings.ts';
import type { AnswerId, RespondState, Shown } from './state.ts';
import { threadOn } from './talk.ts';

type Answered = Extract<OutcomePart, { as: 'answers' }>;

/** The answers by prompt, those who need help first. */
export function answered({
  board,
  settings,
  state,
}: OutcomeAt<RespondSettings, RespondState>): OutcomePart[] {
  const parts = byUrgency(settings).map((prompt): Answered => ({
    as: 'answers',
    question: prompt.title,
    ...(prompt.flag && { flag: true }),
    answers: answersTo(board, state.shown, prompt.id),
  }));
  // What everybody left empty is told of only where it is all there is.
  const told = parts.filter(({ answers }) => answers.length > 0);
  const shown = told.length > 0 ? told : parts.slice(0, 1);
  const missing = settings.anonymous ? [] : missingNames(board, state);
  const [last, ...before] = shown.toReversed();
  if (!last || missing.length === 0) return shown;
  return [...before.toReversed(), { ...last, missing }];
}

/** Prompts whose answers call for somebody come first. */
export const byUrgency = ({ prompts }: RespondSettings): RespondSettings['prompts'] => [
  ...prompts.filter(({ flag }) => flag === true),
  ...prompts.filter(({ flag }) => flag !== true),
];

function answersTo(board: Board, shown: Shown, prompt: string): Answered['answers'] {
  // The record's own keys are answer ids.
  const ids = (Object.keys(shown.answers) as AnswerId[]).filter(
    (id) => shown.answers[id]?.prompt === prompt,
  );
  const rows = ids.flatMap((id) => {
    const answer = shown.answers[id];
    if (!answer) return [];
    const comments = threadOn(shown, id)
      .filter(([, comment]) => !comment.deleted)
      .map(([, { text, by, parent }]) => ({ text, by: nameOf(board, by), reply: parent !== null }));
    const reactions = ALL_REACTIONS.flatMap((reaction) => {
      const people = shown.reactions[id]?.[reaction];
      return people ? [{ sign: REACTIONS[reaction], count: Object.keys(people).length }] : [];
    });
    const row: Answered['answers'][number] = {
      text: answer.text,
      ...(answer.by !== undefined && { by: nameOf(board, answer.by) }),
      ...(answer.late && { late: true }),
      ...(comments.length > 0 && { comments }),
      ...(reactions.length > 0 && { reactions }),
    };
    return [{ id, row }];
  });
  // By name; without names in the order of ids that were drawn by chance, which tells nothing.
  rows.sort((a, b) => compareText(a.row.by ?? '', b.row.by ?? '') || compareText(a.id, b.id));
  return rows.map(({ row }) => row);
}

/** Who was waited for and has not answered, by name. */
const missingNames = (board: Board, { given }: RespondState): string[] =>
  expectedIn(board)
    .filter((person) => given[person] === undefined)
    .map((person) => board.people[person]?.name ?? board.expected?.[person]?.name ?? '–')
    .sort(compareText);
