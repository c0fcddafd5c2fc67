import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownText } from './markdownText.ts';
import { parseMarkdown, safeHref, type Inline } from './parse.ts';

function inlines(text: string): Inline[] {
  const block = parseMarkdown(text)[0];
  if (block?.kind !== 'paragraph') throw new Error(`not a paragraph: ${text}`);
  return block.lines[0]!;
}

const plain = (text: string): Inline => ({ kind: 'text', text });

test('bold, italic and code nest', () => {
  expect(inlines('a **b *c*** `d*e`')).toEqual([
    plain('a '),
    { kind: 'bold', children: [plain('b '), { kind: 'italic', children: [plain('c')] }] },
    plain(' '),
    { kind: 'code', text: 'd*e' },
  ]);
});

test('what is no emphasis stays as it was written', () => {
  for (const text of ['3*4*5', 'snake_case_name', '5 * 4 * 3', '**', '*a', 'a ** b **', '_ _']) {
    expect(inlines(text)).toEqual([plain(text)]);
  }
});

test('a backslash takes the meaning away', () => {
  expect(markdownText('\\*not italic\\*')).toBe('*not italic*');
});

test('lists and line breaks', () => {
  expect(parseMarkdown('one\ntwo\n\n- a\n- b\n3. c\n4. d')).toEqual([
    { kind: 'paragraph', lines: [[plain('one')], [plain('two')]] },
    { kind: 'bullets', items: [[plain('a')], [plain('b')]] },
    { kind: 'numbers', start: 3, items: [[plain('c')], [plain('d')]] },
  ]);
});

test('links to the web and to mail are followed', () => {
  expect(inlines('see [the log](https://example.org/a)')[1]).toEqual({
    kind: 'link',
    href: 'https://example.org/a',
    children: [plain('the log')],
  });
  expect(inlines('[us](mailto:a@example.org)')[0]).toMatchObject({ href: 'mailto:a@example.org' });
});

test('a bare address ends where the sentence goes on', () => {
  const found = inlines('Look (https://example.org/a_(b)), then go.');
  expect(found).toEqual([
    plain('Look ('),
    {
      kind: 'link',
      href: 'https://example.org/a_(b)',
      children: [plain('https://example.org/a_(b)')],
    },
    plain('), then go.'),
  ]);
});

test('script, data and relative addresses are refused and shown as written', () => {
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/meetings',
    '#top',
  ]) {
    expect(safeHref(address)).toBeUndefined();
  }
  expect(inlines('[x](javascript:alert)')).toEqual([plain('[x](javascript:alert)')]);
});

test('HTML is text', () => {
  expect(markdownText('<img src=x onerror=alert(1)> <b>b</b>')).toBe(
    '<img src=x onerror=alert(1)> <b>b</b>',
  );
});

const word = fc.constantFrom('a', 'bc', 'javascript:x', 'https://e.org', 'mailto:a@b', 'ü', '🎈');
const mark = fc.constantFrom('*', '**', '_', '[', ']', '(', ')', '- ', '1. ', '\n', ' ');
const typed = (...parts: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...parts), { maxLength: 40 }).map((all) => all.join(''));

function linksIn(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'link' ? [node.href] : []),
    ...('children' in node ? linksIn(node.children) : []),
  ]);
}

test('whatever is typed, every link is safe', () => {
  fc.assert(
    fc.property(typed(word, mark, fc.constantFrom('`', '\\')), (text) => {
      const lines = parseMarkdown(text).flatMap((block) =>
        block.kind === 'paragraph' ? block.lines : block.items,
      );
      const unsafe = lines.flatMap(linksIn).filter((href) => !/^(https?|mailto):/.test(href));
      expect(unsafe).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('whatever is typed, no letter is lost but the target of a link', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{Extended_Pictographic}]/gu, '');
  const link = /\[([^\]\n]+)\]\(([^()\s]+)\)/g;
  fc.assert(
    fc.property(typed(word, mark), (text) => {
      const shown = text.replace(link, (whole, label, target) =>
        safeHref(target) ? label : whole,
      );
      expect(letters(markdownText(text))).toBe(letters(shown));
    }),
    { numRuns: 500 },
  );
});

test('2,000 marks are read at once', () => {
  const started = performance.now();
  for (const text of ['*a '.repeat(700), '['.repeat(2000), '**a*'.repeat(500), '`'.repeat(2000)]) {
    parseMarkdown(text);
  }
  // Milliseconds in practice; the limit only tells quadratic from exponential.
  expect(performance.now() - started).toBeLessThan(5000);
});
