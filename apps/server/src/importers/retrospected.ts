import { boardOf, type Note } from './board.ts';
import { cleaned, type Foreign, type ForeignTask } from './foreign.ts';

const HEADING = /^(#{1,6})\s+(.*)$/;
const BULLET = /^(\s*)[-*+]\s+(.*)$/;
/** Likes and dislikes before a text, however they are emphasised. */
const VOTES = /^[*_\s]*\(\s*\+\s*(\d+)\s*\/\s*-\s*(\d+)\s*\)[*_]*\s*/;
const DETAILS = /^(details|informationen|détails)\b/i;
const ACTIONS = /^(actions?|aktionen|maßnahmen)\b/i;
const ACTION = /^[*_\s]*(action|aktion|maßnahme)s?[*_\s]*:[*_\s]*|^(→|->|=>)\s*/i;

interface Open {
  readonly note: { text: string; column: string; by: null; votes: number | null; under: Note[] };
  readonly indent: number;
}

/** The Markdown that Retrospected copies: details, actions, then a heading for each column with a bullet for each post. */
export function readRetrospected(text: string): Foreign | null {
  const notes: Open['note'][] = [];
  const tasks: ForeignTask[] = [];
  let name = '';
  let section = '';
  let open: Open | null = null;
  let hasVotes = false;
  for (const line of text.split(/\r?\n/)) {
    const heading = HEADING.exec(line);
    if (heading) {
      const title = cleaned((heading[2] ?? '').replaceAll(/[*_]/g, ''));
      if (heading[1] === '#' && name === '') name = title.slice(0, 80);
      else section = title;
      open = null;
      continue;
    }
    const bullet = BULLET.exec(line);
    if (!bullet || DETAILS.test(section)) continue;
    const indent = (bullet[1] ?? '').replaceAll('\t', '    ').length;
    const rest = bullet[2] ?? '';
    const votes = VOTES.exec(rest);
    const said = cleaned(rest.replace(VOTES, ''));
    if (said === '') continue;
    hasVotes ||= votes !== null;
    if (ACTIONS.test(section) || (votes === null && ACTION.test(said))) {
      tasks.push({ text: cleaned(said.replace(ACTION, '')), owner: null, done: false });
      continue;
    }
    const note: Open['note'] = {
      text: said,
      column: section,
      by: null,
      votes: votes ? Number(votes[1]) : null,
      under: [],
    };
    if (open !== null && indent > open.indent) open.note.under.push(note);
    else {
      notes.push(note);
      open = { note, indent };
    }
  }
  if (!hasVotes) return null;
  return boardOf('retrospected', { name, heldAt: null, notes }, onceEach(tasks));
}

/** An action stands beside its post, and in the list of all. */
function onceEach(tasks: readonly ForeignTask[]): ForeignTask[] {
  return [
    ...new Map(tasks.filter(({ text }) => text !== '').map((task) => [task.text, task])).values(),
  ];
}
