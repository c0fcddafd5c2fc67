import { describe, expect, it } from 'vitest';
import { labelled, plain, words } from './as-markdown.ts';

describe('words for a Markdown file', () => {
  it.each([
    ['bold, *it* and **more**, `a < b`', 'bold, *it* and **more**, `a < b`'],
    ['- one\n- two\n\nafter', '- one\n- two\n\nafter'],
    ['2) two\n3) three', '2. two\n3. three'],
    ['[here](https://example.org/a_b)', '[here](<https://example.org/a_b>)'],
    ['See https://example.org/a_b_c.', 'See <https://example.org/a_b_c>.'],
    ['a < b, 3*4, snake_case, #338, C#, AT&T', 'a < b, 3\\*4, snake_case, #338, C#, AT&T'],
  ])('the small Markdown of the app stays: %j', (text, written) => {
    expect(words(text)).toBe(written);
  });

  it.each([
    ['<b>x</b><img src=x onerror=y>', '&lt;b>x&lt;/b>&lt;img src=x onerror=y>'],
    ['<**script**>', '&lt;**script**>'],
    ['&lt;b&gt; &#60;', '&amp;lt;b&amp;gt; &amp;#60;'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['https://x.org/[a](javascript:b)', '<https://x.org/[a](javascript:b)>'],
    ['![seen](https://x.org/a.png)', '\\![seen](<https://x.org/a.png>)'],
    ['[a]: https://x.org/', '\\[a\\]: <https://x.org/>'],
    ['# heading', '\\# heading'],
    ['no heading\n===', 'no heading\n\\==='],
    ['no rule\n---', 'no rule\n\\---'],
    ['> quote', '\\> quote'],
    ['+ list', '\\+ list'],
    ['12345. list', '12345\\. list'],
    ['- - -', '- \\- -'],
    ['a | b\n--- | ---', 'a \\| b\n\\--- \\| ---'],
    ['```js', '\\`\\`\\`js'],
    ['~~gone~~ __init__', '\\~\\~gone\\~\\~ \\_\\_init\\_\\_'],
    ['    code', 'code'],
    ['C:\\temp', 'C:\\\\temp'],
    ['[ ] task', '\\[ \\] task'],
  ])('nothing else becomes Markdown or HTML: %j', (text, written) => {
    expect(words(text)).toBe(written);
  });

  it('a list stands below its label', () => {
    expect(labelled('Start', '- one\n- two')).toBe('Start:\n\n- one\n- two');
    expect(labelled('Start', 'one\ntwo')).toBe('Start: one\ntwo');
  });
});

it.each([
  ['*Ada* _Kim_', '\\*Ada\\* \\_Kim\\_'],
  ['# Ada\n\n# Kim #', '\\# Ada \\# Kim \\#'],
  ['1. Ada', '1\\. Ada'],
  ['[x](https://x.org) `y` | <i>', '\\[x\\](https://x.org) \\`y\\` \\| &lt;i>'],
])('names have no Markdown and stay on one line: %j', (text, written) => {
  expect(plain(text)).toBe(written);
});
