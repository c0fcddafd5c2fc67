import { escaped } from '../escaped.ts';

export interface FeedEntry {
  /** Stays the same whatever happens to the report. */
  id: string;
  title: string;
  url: string;
  author: string;
  publishedAt: Date;
  updatedAt: Date;
  summary: string;
  /** As HTML. */
  content: string;
}

export interface Feed {
  /** Stays the same; no other feed has it. */
  id: string;
  title: string;
  language: string;
  /** The page that people see instead. */
  page: string;
  self: string;
  entries: readonly FeedEntry[];
}

/** What XML 1.0 allows in a text (section 2.2), escaped; not even escaped may anything else be in it. */
const clean = (text: string): string =>
  escaped(text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' '));

/** Reports as an Atom feed (RFC 4287). */
export function atom({ id, title, language, page, self, entries }: Feed): string {
  const latest = Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime()));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${clean(id)}</id>
<title>${clean(title)}</title>
<updated>${new Date(latest).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${clean(self)}"/>
<link rel="alternate" type="text/html" href="${clean(page)}"/>
<generator>Rondo</generator>
${entries.map(entryOf).join('')}</feed>
`;
}

const entryOf = (entry: FeedEntry): string => `<entry>
<id>${clean(entry.id)}</id>
<title>${clean(entry.title)}</title>
<published>${entry.publishedAt.toISOString()}</published>
<updated>${entry.updatedAt.toISOString()}</updated>
<author><name>${clean(entry.author)}</name></author>
<link rel="alternate" type="text/html" href="${clean(entry.url)}"/>
<summary>${clean(entry.summary)}</summary>
<content type="html">${clean(entry.content)}</content>
</entry>
`;
