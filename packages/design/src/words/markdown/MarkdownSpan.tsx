import { Fragment, memo, type ReactNode } from 'react';
import { inline } from './Markdown.tsx';
import { parseMarkdown, type Block, type Inline } from './parse.ts';
import styles from './Markdown.module.css';

/**
 * The same words within something to press or to tick, where there can be no links, and neither lists nor
 * paragraphs: each of their lines is a line.
 */
export const MarkdownSpan = memo(function MarkdownSpan({ text }: { text: string }) {
  return <span className={styles.markdown}>{parseMarkdown(text).flatMap(linesOf).map(line)}</span>;
});

function linesOf(block: Block): Inline[][] {
  if (block.kind === 'paragraph') return block.lines;
  const mark = (at: number): Inline => ({
    kind: 'text',
    text: block.kind === 'numbers' ? `${block.start + at}. ` : '• ',
  });
  return block.items.map((item, at) => [mark(at), ...item]);
}

/* The place in the text is the only identity a piece of it has. */

const line = (nodes: Inline[], at: number): ReactNode => (
  <Fragment key={at}>
    {at > 0 && <br />}
    {withoutLinks(nodes).map(inline)}
  </Fragment>
);

const withoutLinks = (nodes: readonly Inline[]): Inline[] =>
  nodes.flatMap((node): Inline[] => {
    if (!('children' in node)) return [node];
    const children = withoutLinks(node.children);
    return node.kind === 'link' ? children : [{ ...node, children }];
  });
