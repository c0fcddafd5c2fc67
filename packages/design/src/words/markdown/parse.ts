export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'bold'; children: Inline[] }
  | { kind: 'italic'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'bullets'; items: Inline[][] }
  | { kind: 'numbers'; start: number; items: Inline[][] };

const bullet = /^\s{0,3}[-*•]\s+(?=\S)(.*)$/;
const number = /^\s{0,3}(\d{1,4})[.)]\s+(?=\S)(.*)$/;

/** Reads the small Markdown that people use in a meeting. Whatever it does not know stays as written. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let last: Block | undefined;
  for (const line of text.split(/\r\n?|\n/)) {
    const bulleted = bullet.exec(line);
    const numbered = number.exec(line);
    if (line.trim() === '') {
      last = undefined;
    } else if (bulleted) {
      const item = parseInline(bulleted[1] ?? '');
      if (last?.kind === 'bullets') last.items.push(item);
      else blocks.push((last = { kind: 'bullets', items: [item] }));
    } else if (numbered) {
      const item = parseInline(numbered[2] ?? '');
      if (last?.kind === 'numbers') last.items.push(item);
      else blocks.push((last = { kind: 'numbers', start: Number(numbered[1]), items: [item] }));
    } else if (last?.kind === 'paragraph') {
      last.lines.push(parseInline(line));
    } else {
      blocks.push((last = { kind: 'paragraph', lines: [parseInline(line)] }));
    }
  }
  return blocks;
}

/* Single * and _ count only at the edge of a word: "3*4*5" and "snake_case_name" are no emphasis. */
const token =
  /\\([\\`*_[\]()])|`([^`]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)|(?<![\p{L}\p{N}*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![\p{L}\p{N}_])|\[([^\]]+)\]\(([^()\s]+)\)|\bhttps?:\/\/[^\s<>"`]+/gu;

function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    const [whole, escaped, code, bold, star, underscore, label, target] = match;
    const emphasis = star ?? underscore;
    let end = match.index + whole.length;
    let node: Inline;
    if (escaped !== undefined) node = { kind: 'text', text: escaped };
    else if (code !== undefined) node = { kind: 'code', text: code };
    else if (bold !== undefined) node = { kind: 'bold', children: parseInline(bold) };
    else if (emphasis !== undefined) node = { kind: 'italic', children: parseInline(emphasis) };
    else if (label !== undefined && target !== undefined) {
      const href = safeHref(target);
      node = href
        ? { kind: 'link', href, children: [{ kind: 'text', text: label }] }
        : { kind: 'text', text: whole };
    } else {
      const address = withoutSentenceEnd(whole);
      const href = safeHref(address);
      end = match.index + address.length;
      node = href
        ? { kind: 'link', href, children: [{ kind: 'text', text: address }] }
        : { kind: 'text', text: address };
    }
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    found.push(node);
    from = end;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address if it is safe to follow. The URL parser decides, as in the browser: it sees through
 * `java\nscript:` and upper case, which a pattern would miss. Relative addresses are refused too.
 */
export function safeHref(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return allowed.has(url.protocol) ? url.href : undefined;
}

/** A full stop or bracket after a bare address ends the sentence, not the address. */
function withoutSentenceEnd(address: string): string {
  let end = address.length;
  let unopened = address.split(')').length - address.split('(').length;
  while (end > 0) {
    const last = address[end - 1] ?? '';
    const isUnopened = last === ')' && unopened > 0;
    if (!/[.,;:!?'*_\]}]/.test(last) && !isUnopened) break;
    if (isUnopened) unopened--;
    end--;
  }
  return address.slice(0, end);
}
