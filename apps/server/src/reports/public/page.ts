import { markdownText } from '@rondo/design/markdown';
import { escaped } from '../../escaped.ts';
import { reportHtml } from '../html.ts';
import type { PublicChannel, PublicReport } from '../public-read.ts';
import { momentText, headlineOf, weekText, WORDS } from '../words.ts';
import { STYLE } from './style.ts';

interface Page {
  language: 'en' | 'de';
  title: string;
  description: string;
  /** Absent: search engines shall not keep it. */
  canonical?: string;
  /** More for the head, as HTML. */
  head?: string;
  body: string;
}

/** A whole page; it needs no script, and asks no other server for anything. */
export function page({ language, title, description, canonical, head = '', body }: Page): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title>
<meta name="description" content="${escaped(description)}">
${
  canonical === undefined
    ? '<meta name="robots" content="noindex">'
    : `<link rel="canonical" href="${escaped(canonical)}">
<meta property="og:url" content="${escaped(canonical)}">`
}
<meta property="og:title" content="${escaped(title)}">
<meta property="og:description" content="${escaped(description)}">
<meta property="og:locale" content="${language === 'de' ? 'de_DE' : 'en_GB'}">
<meta name="twitter:card" content="summary">
${head}<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const top = ({ key, title }: Pick<PublicChannel, 'key' | 'title'>): string =>
  `<header class="top"><a href="/r/${key}"><span class="ring"></span><bdi>${escaped(title)}</bdi></a></header>`;

const feedLink = (origin: string, { key, title }: Pick<PublicChannel, 'key' | 'title'>): string =>
  `<link rel="alternate" type="application/atom+xml" title="${escaped(title)}" href="${escaped(`${origin}/r/${key}/feed`)}">\n`;

const subscribeBox = (key: string, language: 'en' | 'de'): string => {
  const t = WORDS[language];
  return `<div class="box" id="subscribe"><h2>${t.subscribe}</h2>
<form method="post" action="/r/${key}/subscribe">
<label>${t.email}<input type="email" name="email" required maxlength="254" autocomplete="email"></label>
${TRAP}
<button>${t.subscribeButton}</button>
<p class="small">${t.subscribeNote}</p>
</form></div>`;
};

/** A field that nobody sees; programs that fill in every field give themselves away. */
const TRAP =
  '<label class="trap" aria-hidden="true">Website<input name="website" tabindex="-1" autocomplete="off"></label>';

/** What search engines and previews tell of a report: its first words. */
export function descriptionOf({ content }: Pick<PublicReport, 'content'>): string {
  const texts = [
    content.intro,
    ...content.sections.flatMap(({ entries }) => entries.map((each) => each.text)),
  ];
  const [...words] = texts
    .filter((text) => text !== '')
    .map(markdownText)
    .join(' · ');
  return words.length <= 200 ? words.join('') : `${words.slice(0, 199).join('')}…`;
}

/** A published report. */
export function reportPage(report: PublicReport, origin: string): string {
  const { channel, content, language, publishedAt, updatedAt, author, key, number } = report;
  const t = WORDS[language];
  const title = `${channel.title} ${headlineOf(report)}`;
  return page({
    language,
    title,
    description: descriptionOf(report),
    canonical: `${origin}/r/${key}`,
    head: `<meta property="og:type" content="article">
<meta property="og:site_name" content="${escaped(channel.title)}">
<meta property="article:published_time" content="${publishedAt.toISOString()}">
<meta property="article:modified_time" content="${updatedAt.toISOString()}">
<meta name="author" content="${escaped(author)}">
${feedLink(origin, channel)}`,
    body: `${top(channel)}
<main>
<article>
<p class="number">#${number}</p>
<h1 dir="auto">${escaped(content.title === '' ? channel.title : content.title)}</h1>
<p class="meta">${escaped(weekText(content, language))} · ${escaped(t.by(author))} · <time datetime="${publishedAt.toISOString()}">${escaped(momentText(publishedAt, language))}</time></p>
${reportHtml(report)}
</article>
${subscribeBox(channel.key, language)}
<div class="box" id="feedback"><h2>${t.feedback}</h2>
<form method="post" action="/r/${key}/feedback">
<label>${t.feedbackText}<textarea name="text" dir="auto" required maxlength="4000"></textarea></label>
<label>${t.feedbackName}<input name="name" dir="auto" maxlength="80" autocomplete="name"></label>
${TRAP}
<button>${t.feedbackButton}</button>
<p class="small">${t.feedbackNote}</p>
</form></div>
</main>
<footer><a href="/r/${channel.key}">${t.all}</a><a href="/r/${channel.key}/feed">${t.feed}</a><a href="/r/${key}.md">${t.markdown}</a><span>${t.madeWith}</span></footer>`,
  });
}

/** All public reports of a team, a page at a time. */
export function channelPage(
  channel: PublicChannel,
  reports: readonly PublicReport[],
  origin: string,
  older: number | null,
): string {
  const { key, title, language } = channel;
  const t = WORDS[language];
  return page({
    language,
    title,
    description: reports.map(headlineOf).slice(0, 5).join(' · '),
    canonical: `${origin}/r/${key}`,
    head: `<meta property="og:type" content="website">\n${feedLink(origin, channel)}`,
    body: `${top(channel)}
<main>
<article>
<h1 dir="auto">${escaped(title)}</h1>
${
  reports.length === 0
    ? `<p class="meta">${t.none}</p>`
    : `<ol class="list">${reports
        .map(
          (report) =>
            `<li><a href="/r/${report.key}"><span class="number">#${report.number}</span><strong dir="auto">${escaped(report.content.title === '' ? weekText(report.content, language) : report.content.title)}</strong><span class="small">${escaped(momentText(report.publishedAt, language))} · ${escaped(t.by(report.author))}</span></a></li>`,
        )
        .join('\n')}</ol>`
}
${older === null ? '' : `<p><a href="/r/${key}?before=${older}" rel="next">${t.older}</a></p>`}
</article>
${subscribeBox(key, language)}
</main>
<footer><a href="/r/${key}/feed">${t.feed}</a><span>${t.madeWith}</span></footer>`,
  });
}

/** A page that says one thing. */
export function notePage(
  language: 'en' | 'de',
  title: string,
  text: string,
  more: { back?: string; form?: { action: string; button: string } } = {},
): string {
  const { back, form } = more;
  return page({
    language,
    title,
    description: text,
    body: `<main><article><h1>${escaped(title)}</h1>
${text === '' ? '' : `<p class="intro">${escaped(text)}</p>`}
${form ? `<form method="post" action="${escaped(form.action)}"><button>${escaped(form.button)}</button></form>` : ''}
${back === undefined ? '' : `<p><a class="button quiet" href="${escaped(back)}">${WORDS[language].back}</a></p>`}
</article></main>`,
  });
}
