import { boardOf, type Note } from './board.ts';
import { cleaned, type Foreign, type ForeignTask } from './foreign.ts';

const HEADING = /^(#{1,6})\s+(.*)$/;
const BULLET = /^(\s*)[-*+]\s+(.*)$/;
/** Likes and dislikes before a text, however they are emphasised. */
const VOTES = /^[*_\s]*\(\s*\+\s*(\d+)\s*\/\s*-\s*(\d+)\s*\)[*_]*\s*/;
const DETAILS = /\b(details|informationen|détails)\b/i;
const ACTIONS = /^(actions?|aktionen|maßnahmen)\b/i;
const ACTION = /^[*_\s]*(action|aktion|maßnahme)s?[*_\s]*:[*_]*\s*|^(→|->|=>)\s*/i;
/** Stands above every board; its own name is the heading below. */
const EVERY_BOARD = /^retrospected session$/i;
/** As a whole within the marks of an emphasis. */
const EMPHASISED = /^([*_])(.+)\1$/s;
const GROUP = /^\*\*(.+)\*\*$/s;

/** What a bullet begins; the lines below it go on with it. */
interface Said {
  readonly text: string[];
  readonly indent: number;
}

interface Post extends Said {
  readonly column: string;
  readonly votes: number;
  readonly under: Post[];
}

/** The Markdown that Retrospected copies: details, actions, then a heading for each column with a bullet for each post. */
export function readRetrospected(text: string): Foreign | null {
  const { name, sections } = partsOf(text);
  const actions: Said[] = [];
  const posts: Post[] = [];
  for (const section of sections)
    if (!DETAILS.test(section.title)) readSection(section, posts, actions);
  if (posts.length === 0) return null;
  const notes = posts.map(noteOf).filter((note) => note.text !== '');
  return boardOf('retrospected', { name, heldAt: null, notes }, onceEach(actions));
}

interface Section {
  readonly title: string;
  readonly lines: string[];
}

function partsOf(text: string): { name: string; sections: Section[] } {
  let name = '';
  const sections: Section[] = [{ title: '', lines: [] }];
  for (const line of text.split(/\r?\n/)) {
    const [, marks = '', said = ''] = HEADING.exec(line) ?? [];
    if (marks === '') {
      sections.at(-1)?.lines.push(line);
      continue;
    }
    const title = cleaned(said.replaceAll(/[*_]/g, ''));
    if (EVERY_BOARD.test(title)) continue;
    const isName = name === '' && sections.length === 1 && marks.length <= 2;
    if (isName) name = title.slice(0, 80);
    else sections.push({ title, lines: [] });
  }
  return { name, sections };
}

function readSection({ title, lines }: Section, posts: Post[], actions: Said[]): void {
  let top: Post | null = null;
  let last: Said | null = null;
  for (const line of lines) {
    const bullet = BULLET.exec(line);
    const rest = bullet?.[2] ?? '';
    const votes = VOTES.exec(rest);
    const isAction = bullet !== null && (ACTIONS.test(title) || (!votes && ACTION.test(rest)));
    if (!isAction && !votes) {
      // Every post says its votes: other lines, lists within a post as well, go on with what is above.
      last?.text.push(line.trim());
      continue;
    }
    const text = [rest.replace(isAction ? ACTION : VOTES, '').trim()];
    const indent = (bullet?.[1] ?? '').replaceAll('\t', '    ').length;
    if (isAction) {
      last = { text, indent };
      actions.push(last);
      continue;
    }
    const post: Post = { text, indent, column: title, votes: Number(votes?.[1]), under: [] };
    last = post;
    if (top && indent > top.indent) top.under.push(post);
    else {
      posts.push(post);
      top = post;
    }
  }
}

const textOf = ({ text }: Said): string => cleaned(text.join('\n'));

function noteOf(post: Post): Note {
  const text = textOf(post);
  const under = post.under.map(noteOf).filter((each) => each.text !== '');
  const group = under.length > 0 ? GROUP.exec(text)?.[1] : undefined;
  const { column, votes } = post;
  return { text: group ?? text, column, by: null, votes, under, isGroup: group !== undefined };
}

/** An action stands beside its post, there emphasised, and in the list of all. */
function onceEach(actions: readonly Said[]): ForeignTask[] {
  const texts = actions.map((each) => textOf(each).replace(EMPHASISED, '$2').trim());
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text) => ({ text, owner: null, done: false }));
}
