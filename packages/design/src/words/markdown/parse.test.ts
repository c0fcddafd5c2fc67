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
    expect(inlines(text), text).toEqual([plain(text)]);
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
    expect(safeHref(address), address).toBeUndefined();
  }
  expect(inlines('[x](javascript:alert)')).toEqual([plain('[x](javascript:alert)')]);
});

test('HTML is text', () => {
  expect(markdownText('<img src=x onerror=alert(1)> <b>b</b>')).toBe(
    '<img src=x onerror=alert(1)> <b>b</b>',
  );
});

test('whatever is typed, every link is safe and no letter is lost', () => {
  const mark = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '\\',
    '- ',
    '1. ',
    '\n',
    ' ',
  );
  const word = fc.constantFrom('a', 'bc', 'javascript:x', 'https://e.org', 'mailto:a@b', 'ü', '🎈');
  fc.assert(
    fc.property(fc.array(fc.oneof(mark, word), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const hrefs: string[] = [];
      const visit = (nodes: readonly Inline[]) => {
        for (const node of nodes) {
          if (node.kind === 'link') hrefs.push(node.href);
          if ('children' in node) visit(node.children);
        }
      };
      for (const block of parseMarkdown(text)) {
        for (const line of block.kind === 'paragraph' ? block.lines : block.items) visit(line);
      }
      for (const href of hrefs) expect(href).toMatch(/^(https?|mailto):/);
      const letters = (value: string) => value.replace(/[^\p{L}\p{Extended_Pictographic}]/gu, '');
      const withoutTargets = text.replace(/\[([^\]\n]+)\]\(([^()\s]+)\)/g, (whole, label, target) =>
        safeHref(target) ? label : whole,
      );
      if (!text.includes('`') && !text.includes('\\')) {
        expect(letters(markdownText(text))).toBe(letters(withoutTargets));
      }
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
