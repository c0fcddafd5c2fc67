/**
 * Rows of a table that was written with separators (RFC 4180, and what spreadsheets make of it): a
 * field may stand in quotes, then it may hold separators, line breaks and doubled quotes. Lines may end
 * in any way. Empty lines are left out. A quote that is never closed reaches to the end.
 */
export function parseTable(text: string, separator: ',' | ';' | '\t'): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = (): void => {
    if (row.some((field) => field !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const [field, end] =
      text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator);
    row.push(field.trim());
    at = end;
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end has an empty field behind it.
      if (at === text.length) row.push('');
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      endRow();
    }
  }
  endRow();
  return rows;
}

const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** Up to the next separator or line end. */
function plain(text: string, from: number, separator: string): [field: string, end: number] {
  let end = from;
  while (end < text.length && text[end] !== separator && !isLineEnd(text[end])) end++;
  return [text.slice(from, end), end];
}

/** What stands in quotes, and whatever somebody has left behind the closing one. */
function quoted(text: string, from: number, separator: string): [field: string, end: number] {
  let field = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return [field + text.slice(at), text.length];
    field += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const [rest, end] = plain(text, close + 1, separator);
      return [field.replaceAll('\r\n', '\n') + rest, end];
    }
    field += '"';
    at = close + 2;
  }
}
