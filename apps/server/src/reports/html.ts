import { parseMarkdown, type Inline } from '@rondo/design/markdown';
import { escaped } from '../escaped.ts';
import type { Shown } from './markdown.ts';
import { shownFigures } from './markdown.ts';
import { FIGURE_NAMES } from './sentence.ts';
import { WORDS } from './words.ts';

/** The small Markdown of the app as HTML; everything people wrote is escaped. */
export function markdownHtml(text: string): string {
  return parseMarkdown(text)
    .map((block) => {
      if (block.kind === 'paragraph')
        return `<p dir="auto">${block.lines.map(inline).join('<br>')}</p>`;
      const items = block.items.map((item) => `<li>${inline(item)}</li>`).join('');
      return block.kind === 'bullets'
        ? `<ul dir="auto">${items}</ul>`
        : `<ol dir="auto" start="${block.start}">${items}</ol>`;
    })
    .join('\n');
}

const inline = (nodes: readonly Inline[]): string => nodes.map(node).join('');

function node(each: Inline): string {
  switch (each.kind) {
    case 'text':
      return escaped(each.text);
    case 'code':
      return `<code>${escaped(each.text)}</code>`;
    case 'bold':
      return `<strong>${inline(each.children)}</strong>`;
    case 'italic':
      return `<em>${inline(each.children)}</em>`;
    case 'link':
      // Addresses are checked where they are parsed.
      return `<a href="${escaped(each.href)}" rel="nofollow noopener">${inline(each.children)}</a>`;
  }
}

/** What stands below the headline: the same on the page, in the feed and in mails. */
export function reportHtml(report: Shown): string {
  const { content, language, corrections } = report;
  const figures = shownFigures(report);
  const format = new Intl.NumberFormat(language);
  return [
    ...corrections.map(
      ({ at, note }) =>
        `<p class="corrected"><strong>${escaped(WORDS[language].corrected(at))}:</strong> <bdi>${escaped(note)}</bdi></p>`,
    ),
    content.intro === '' ? '' : `<div class="intro">${markdownHtml(content.intro)}</div>`,
    figures.length === 0
      ? ''
      : `<dl class="figures">${figures
          .map(
            ({ name, value }) =>
              `<div><dt>${escaped(FIGURE_NAMES[language][name])}</dt><dd>${format.format(value)}</dd></div>`,
          )
          .join('')}</dl>`,
    content.sentence === ''
      ? ''
      : `<p class="sentence" dir="auto">${escaped(content.sentence)}</p>`,
    ...content.sections
      .filter(({ entries }) => entries.some(({ text }) => text !== ''))
      .map(
        ({ title, entries }) =>
          `<section><h2 dir="auto">${escaped(title)}</h2>\n<ul class="entries">${entries
            .filter(({ text }) => text !== '')
            .map(({ text }) => `<li>${markdownHtml(text)}</li>`)
            .join('\n')}</ul></section>`,
      ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
