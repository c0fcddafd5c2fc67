import { parseTable } from './csv.ts';

/** What a pasted text says about one story. */
export interface PastedStory {
  title: string;
  link: string | null;
  description: string;
  acceptance: string;
}

type Column = keyof PastedStory;

/** What the heads of columns are called, in the exports of trackers and by hand, in English and German. */
const HEADS: Readonly<Record<string, Column>> = {
  title: 'title',
  summary: 'title',
  name: 'title',
  story: 'title',
  'user story': 'title',
  issue: 'title',
  subject: 'title',
  titel: 'title',
  zusammenfassung: 'title',
  thema: 'title',
  aufgabe: 'title',
  link: 'link',
  url: 'link',
  'issue url': 'link',
  'html url': 'link',
  adresse: 'link',
  description: 'description',
  body: 'description',
  details: 'description',
  beschreibung: 'description',
  'acceptance criteria': 'acceptance',
  acceptance: 'acceptance',
  criteria: 'acceptance',
  akzeptanzkriterien: 'acceptance',
  kriterien: 'acceptance',
  abnahmekriterien: 'acceptance',
};

const SEPARATORS = ['\t', ';', ','] as const;
const WITHOUT_HEADS: readonly Column[] = ['title', 'link', 'description', 'acceptance'];

const headOf = (field: string): Column | undefined =>
  HEADS[field.toLowerCase().replaceAll(/[_-]/g, ' ').trim()];

export const isLink = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/**
 * The stories in a text that somebody has pasted: a table with commas, semicolons or tabs, with or
 * without a line of heads, else a list with one story on each line.
 */
export function pastedStories(text: string): PastedStory[] {
  // Some programs begin a file with a mark for its byte order.
  const clean = text.replace(/^\uFEFF/, '');
  return (asTable(clean) ?? asList(clean)).filter(({ title }) => title !== '');
}

function asTable(text: string): PastedStory[] | null {
  for (const separator of SEPARATORS) {
    const rows = parseTable(text, separator);
    const [first, ...rest] = rows;
    if (!first) continue;
    const heads = first.map(headOf);
    if (heads.includes('title')) return rest.map((row) => storyOf(row, heads));
    if (isTable(text, rows, separator)) return rows.map((row) => storyOf(row, columnsOf(rows)));
  }
  return null;
}

/**
 * Without heads only what looks like nothing else is a table: commas stand in sentences, too. So all rows
 * have the same number of columns, and those of commas need quotes or links as well.
 */
function isTable(text: string, rows: string[][], separator: string): boolean {
  const width = rows[0]?.length ?? 0;
  if (width < 2 || width > 8 || rows.some((row) => row.length !== width)) return false;
  if (separator !== ',') return true;
  return /(^|,)"[^"]*"(,|\r?\n|$)/.test(text) || hasLinks(rows, 1);
}

const hasLinks = (rows: string[][], column: number): boolean =>
  rows.some((row) => isLink(row[column] ?? '')) &&
  rows.every((row) => (row[column] ?? '') === '' || isLink(row[column] ?? ''));

/** Titles come first; a column of links is one wherever it stands; the rest is in its usual order. */
function columnsOf(rows: string[][]): (Column | undefined)[] {
  const width = rows[0]?.length ?? 0;
  const links = Array.from({ length: width }, (_, at) => at).find((at) => hasLinks(rows, at));
  const others = WITHOUT_HEADS.filter((each) => each !== 'link');
  let next = 0;
  return Array.from({ length: width }, (_, at) => (at === links ? 'link' : others[next++]));
}

function storyOf(row: readonly string[], columns: readonly (Column | undefined)[]): PastedStory {
  const story: PastedStory = { title: '', link: null, description: '', acceptance: '' };
  columns.forEach((column, at) => {
    const field = row[at] ?? '';
    // Of two columns with the same head the first that says something counts.
    if (column !== undefined && field !== '') story[column] ||= field;
  });
  return { ...story, title: story.title.replaceAll(/\s+/g, ' ') };
}

/** One story on each line, without the signs that lists begin with; an address at its end is its link. */
const asList = (text: string): PastedStory[] =>
  text.split(/\r\n|\r|\n/).map((line) => {
    const words = line.replace(/^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s+)?/, '').trim();
    const [, title = words, link = null] = /^(.+?)\s+<?(https?:\/\/\S+?)>?$/i.exec(words) ?? [];
    return { title, link, description: '', acceptance: '' };
  });
