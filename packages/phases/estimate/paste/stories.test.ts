import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTable } from './csv.ts';
import { pastedStories } from './stories.ts';

const story = (title: string, rest: object = {}) => ({
  title,
  link: null,
  description: '',
  acceptance: '',
  ...rest,
});

describe('a table', () => {
  const separators = [',', ';', '\t'] as const;
  const field = fc.string({ maxLength: 12 }).map((text) => text.trim());

  test.each(separators)('gives back what was written with %j, whatever it was', (separator) => {
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator))
          .join(end);
        const filled = rows.filter((row) => row.some((each) => each !== ''));
        expect(parseTable(text, separator)).toEqual(filled);
      }),
    );
  });

  test('has fields with separators, line breaks and quotes in them', () => {
    expect(parseTable('a,"b, ""c""\nd",e\r\n\r\nf,,', ',')).toEqual([
      ['a', 'b, "c"\nd', 'e'],
      ['f', '', ''],
    ]);
  });

  test('takes a quote within a word as it is, and one that is never closed to the end', () => {
    expect(parseTable('5" pipe,x\n"open, and', ',')).toEqual([['5" pipe', 'x'], ['open, and']]);
  });
});

describe('what somebody pastes', () => {
  test('is a list of titles, without the signs of lists', () => {
    const text =
      '- As a user, I log in\n* Log out\r\n\n 3. Sign up\n[ ] Delete, with care\n• Later';
    expect(pastedStories(text).map(({ title }) => title)).toEqual([
      'As a user, I log in',
      'Log out',
      'Sign up',
      'Delete, with care',
      'Later',
    ]);
  });

  test('is a list with links behind the titles', () => {
    expect(pastedStories('Log in https://x.example/1\nLog out <https://x.example/2>')).toEqual([
      story('Log in', { link: 'https://x.example/1' }),
      story('Log out', { link: 'https://x.example/2' }),
    ]);
  });

  test('is a table whose heads say what is what, in any order and language', () => {
    const all = {
      link: 'https://x.example/1',
      description: 'Long,\nlonger',
      acceptance: 'It works',
    };
    const english =
      'Key,Acceptance Criteria,Summary,Description,URL\nA-1,It works,Log in,"Long,\nlonger",https://x.example/1';
    const german =
      'Titel;Beschreibung;Akzeptanzkriterien;Link\nLog in;"Long,\nlonger";It works;https://x.example/1';
    expect(pastedStories(english)).toEqual([story('Log in', all)]);
    expect(pastedStories(german)).toEqual([story('Log in', all)]);
  });

  test('is a table without heads, from a spreadsheet or by hand', () => {
    expect(pastedStories('Log in\thttps://x.example/1\tWith a key\nLog out\t\tAt once')).toEqual([
      story('Log in', { link: 'https://x.example/1', description: 'With a key' }),
      story('Log out', { description: 'At once' }),
    ]);
    expect(pastedStories('Log in;With a key;It opens\nLog out;At once;')).toEqual([
      story('Log in', { description: 'With a key', acceptance: 'It opens' }),
      story('Log out', { description: 'At once' }),
    ]);
    expect(pastedStories('Log in,https://x.example/1\nLog out,')).toEqual([
      story('Log in', { link: 'https://x.example/1' }),
      story('Log out'),
    ]);
    expect(pastedStories('"Log in, or up","With a key"\n"Log out","At once"')).toEqual([
      story('Log in, or up', { description: 'With a key' }),
      story('Log out', { description: 'At once' }),
    ]);
  });

  test('leaves out rows without a title, and a mark for the byte order', () => {
    expect(pastedStories('\uFEFFtitle,description\n,lonely\nLog in,')).toEqual([story('Log in')]);
    expect(pastedStories('  \n\n')).toEqual([]);
  });

  test('never says that a text of people is a script', () => {
    expect(pastedStories('Log in javascript:alert(1)')).toEqual([
      story('Log in javascript:alert(1)'),
    ]);
  });
});
