import { Fragment, memo, type ReactNode } from 'react';
import { parseMarkdown, type Block, type Inline } from './parse.ts';
import styles from './Markdown.module.css';

/**
 * People's words with bold, italics, code, links, lists and line breaks. Never HTML: the text becomes
 * React nodes, so there is nothing to sanitise.
 */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return <div className={styles.markdown}>{parseMarkdown(text).map(block)}</div>;
});

/* The place in the text is the only identity a piece of it has. */

function block(node: Block, at: number): ReactNode {
  if (node.kind === 'bullets')
    return (
      <ul key={at} dir="auto">
        {node.items.map(item)}
      </ul>
    );
  if (node.kind === 'numbers') {
    return (
      <ol key={at} dir="auto" start={node.start}>
        {node.items.map(item)}
      </ol>
    );
  }
  return <p key={at}>{node.lines.map(line)}</p>;
}

function line(nodes: Inline[], at: number): ReactNode {
  return (
    <Fragment key={at}>
      {at > 0 && <br />}
      {nodes.map(inline)}
    </Fragment>
  );
}

function item(nodes: Inline[], at: number): ReactNode {
  return <li key={at}>{nodes.map(inline)}</li>;
}

export function inline(node: Inline, at: number): ReactNode {
  if (node.kind === 'text') return <Fragment key={at}>{node.text}</Fragment>;
  if (node.kind === 'code') return <code key={at}>{node.text}</code>;
  const children = node.children.map(inline);
  if (node.kind === 'bold') return <strong key={at}>{children}</strong>;
  if (node.kind === 'italic') return <em key={at}>{children}</em>;
  return (
    <a key={at} href={node.href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
