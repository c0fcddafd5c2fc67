import { expect, it } from 'vitest';
import { renderLetter, type Letter } from './letter.ts';

const letter: Letter = {
  language: 'de',
  subject: 'Ergebnis von „A & B“',
  paragraphs: ['Hallo,\nda bist du.', '<b onclick="x">'],
  lists: [{ title: 'Aufgaben', items: ['Brot <kaufen>', 'Essen'] }],
  button: { label: 'Öffnen', url: 'https://example.org/?a=1&b="2"' },
  footnote: 'Weil du dabei warst.',
};

it('a letter as text has everything, in order', () => {
  expect(renderLetter(letter).text).toBe(`Hallo,
da bist du.

<b onclick="x">

Aufgaben
- Brot <kaufen>
- Essen

Öffnen:
https://example.org/?a=1&b="2"

-- 
Weil du dabei warst.
`);
});

it('nothing that people wrote becomes HTML', () => {
  const { html } = renderLetter(letter);
  expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;');
  expect(html).toContain('Brot &lt;kaufen&gt;');
  expect(html).toContain('href="https://example.org/?a=1&amp;b=&quot;2&quot;"');
  expect(html).toContain('Ergebnis von „A &amp; B“');
  expect(html).toContain('<html lang="de">');
});

it('a letter loads nothing and runs nothing', () => {
  expect(renderLetter(letter).html).not.toMatch(/<(img|script|link|iframe)\b|url\(|@import/i);
});

it('a word without end is broken, so that the letter is no wider than a phone', () => {
  expect(renderLetter(letter).html).toMatch(
    /<td class="card" style="[^"]*overflow-wrap:anywhere;word-break:break-word[^"]*">\s*<h1/,
  );
});

it('what people wrote goes by its own script, our sentences by the letter’s language', () => {
  const { html } = renderLetter({
    language: 'en',
    subject: 'דנה asks',
    paragraphs: ['דנה asks you to join.', { written: 'שלום!' }],
    lists: [{ title: 'Tasks', items: ['לכתוב (דנה)'] }],
  });
  expect(html).toMatch(/<p style="[^"]*">דנה asks/);
  expect(html).toMatch(/<p dir="auto" style="[^"]*">שלום!/);
  expect(html).toMatch(/<li dir="auto" style="[^"]*">לכתוב/);
});
