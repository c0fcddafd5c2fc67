import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MarkdownSpan } from './MarkdownSpan.tsx';

const inside = (text: string): string =>
  renderToStaticMarkup(<MarkdownSpan text={text} />).replace(/^<span[^>]*>(.*)<\/span>$/s, '$1');

test('words within a button are bold and italic, and their links only words', () => {
  expect(inside('Ask _the **[new team](https://example.org)**_ for `make`')).toBe(
    'Ask <em>the <strong>new team</strong></em> for <code>make</code>',
  );
});

test('each line is a line, of lists too', () => {
  expect(inside('First\nsecond\n\n- one\n- two\n\n3. three\n4. four')).toBe(
    'First<br/>second<br/>• one<br/>• two<br/>3. three<br/>4. four',
  );
});
