import { parseMarkdown, type Inline } from './parse.ts';

/** The words alone, on one line: for labels, titles and screen readers. */
export function markdownText(text: string): string {
  return parseMarkdown(text)
    .flatMap((block) => (block.kind === 'paragraph' ? block.lines : block.items))
    .map(plain)
    .join(' ');
}

function plain(nodes: readonly Inline[]): string {
  return nodes.map((node) => ('text' in node ? node.text : plain(node.children))).join('');
}
