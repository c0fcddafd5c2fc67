import { parseMarkdown, type Block, type Inline } from '@rondo/design/markdown';

/**
 * People's words for a Markdown file, so that whatever reads it shows what the app shows: their own
 * small Markdown stays, everything else is text. No HTML, no images, no headings, no tables of theirs.
 */
export const words = (text: string): string => parseMarkdown(text).map(block).join('\n\n');

/** Words without any Markdown of their own, such as names; on one line. */
export const plain = (text: string): string =>
  fromLineStart(escapedText(text.replaceAll(/\s+/g, ' ').trim()));

/** Words behind a label on the same line; a list begins below it. */
export function labelled(label: string, text: string): string {
  const [first] = parseMarkdown(text);
  const isList = first !== undefined && first.kind !== 'paragraph';
  return `${label}:${isList ? '\n\n' : ' '}${words(text)}`;
}

function block(each: Block): string {
  switch (each.kind) {
    case 'paragraph':
      return each.lines.map(line).join('\n');
    case 'bullets':
      return each.items.map((item) => `- ${line(item)}`).join('\n');
    case 'numbers':
      return each.items.map((item, at) => `${each.start + at}. ${line(item)}`).join('\n');
  }
}

const line = (nodes: readonly Inline[]): string => fromLineStart(inline(nodes).trim());

function inline(nodes: readonly Inline[]): string {
  let written = '';
  for (const node of nodes) {
    // Behind an exclamation mark a link would be an image, which is loaded unasked.
    if (node.kind === 'link' && written.endsWith('!')) written = `${written.slice(0, -1)}\\!`;
    written += inlineNode(node);
  }
  return written;
}

function inlineNode(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return escapedText(node.text);
    case 'code':
      return `\`${node.text}\``;
    case 'bold':
      return `**${inline(node.children)}**`;
    case 'italic':
      return `*${inline(node.children)}*`;
    case 'link': {
      // Within `<>`, nothing of an address is read as Markdown.
      const address = `<${node.href.replaceAll('\\', '%5C')}>`;
      const label = node.children.map((child) => ('text' in child ? child.text : '')).join('');
      const isBare = /^https?:\/\//i.test(label) && URL.parse(label)?.href === node.href;
      return isBare ? address : `[${inline(node.children)}](${address})`;
    }
  }
}

/** What means something anywhere in a line. What stands alone, as in `a < b` or `5_000`, stays readable. */
const escapedText = (text: string): string =>
  text
    .replaceAll(/[\\`*[\]|~]/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll(/<(?![\s\d=-])/g, '&lt;')
    .replaceAll(/(?<=^|\s)#(?=#*(\s|$))/g, '\\#');

/** What would make a line a list, a quote, a heading or a rule. */
const fromLineStart = (text: string): string =>
  text.replace(/^(\d+)(?=[.)](\s|$))/, '$1\\').replace(/^(?=>|=+$|:-|-[\s-]|[-+](\s|$))/, '\\');
