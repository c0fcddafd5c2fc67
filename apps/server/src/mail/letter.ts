import { escaped } from '../escaped.ts';

/** What a mail says; how it looks is the same for all of them. */
export interface Letter {
  readonly language: 'en' | 'de';
  readonly subject: string;
  /** Each one a paragraph; what people wrote may be among it, or be all of it. */
  readonly paragraphs: readonly (string | Written)[];
  readonly button?: { readonly label: string; readonly url: string };
  /** Said below, small: why this mail came. */
  readonly footnote?: string;
  /** Lists below the paragraphs, such as tasks. */
  readonly lists?: readonly { readonly title: string; readonly items: readonly LetterItem[] }[];
}

/** People's own words alone: they go by the script that they are in, whatever the letter's language. */
export interface Written {
  readonly written: string;
}

/** A line of a list; with a link where it stands for something. */
export type LetterItem = string | { readonly text: string; readonly url: string };

const WORDS = {
  en: { link: 'If the button does not work, open this address:', off: 'Stop these mails' },
  de: {
    link: 'Falls der Knopf nicht funktioniert, öffne diese Adresse:',
    off: 'Diese Mails abbestellen',
  },
};

/**
 * The letter as HTML and as plain text.
 * @param off the address that switches such mails off
 */
export function renderLetter(letter: Letter, off?: string): { html: string; text: string } {
  return { html: asHtml(letter, off), text: asText(letter, off) };
}

function asText(letter: Letter, off: string | undefined): string {
  const { language, paragraphs, lists = [], button, footnote } = letter;
  const small = [footnote, off && `${WORDS[language].off}: ${off}`].filter(Boolean);
  const blocks = [
    ...paragraphs.map((each) => (typeof each === 'string' ? each : each.written)),
    ...lists.map(({ title, items }) =>
      [title, ...items.map((item) => `- ${itemText(item)}`)].join('\n'),
    ),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...(small.length > 0 ? [`-- \n${small.join('\n')}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const itemText = (item: LetterItem): string =>
  typeof item === 'string' ? item : `${item.text}\n  ${item.url}`;

const itemHtml = (item: LetterItem): string =>
  typeof item === 'string'
    ? escaped(item)
    : `<a href="${escaped(item.url)}" style="color:${INK}">${escaped(item.text)}</a>`;

const FONT = `font-family:Figtree,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;
// Mid-tones that keep their contrast where a mail program turns colours around by itself for dark mode.
const INK = '#211d19';
const SECOND = '#6a6158';
const ACCENT = '#c23d23';
/** For mail programs that leave dark mode to the letter. */
const DARK = `@media (prefers-color-scheme:dark){
.page{background-color:#1b1815!important}
.card{background-color:#26221e!important;border-color:#3f3831!important}
.card,.card h1,.card li a,.name{color:#f2ece3!important}
.small,.small a{color:#b8ad9f!important}
}`;

function asHtml(letter: Letter, off: string | undefined): string {
  const { language, subject, paragraphs, lists = [], button, footnote } = letter;
  const paragraph = (each: string | Written): string => {
    const [text, own] = typeof each === 'string' ? [each, ''] : [each.written, ' dir="auto"'];
    return `<p${own} style="margin:0 0 16px">${escaped(text).replaceAll('\n', '<br>')}</p>`;
  };
  const list = ({ title, items }: NonNullable<Letter['lists']>[number]): string =>
    `<p dir="auto" style="margin:0 0 6px;font-weight:600">${escaped(title)}</p>
<ul style="margin:0 0 16px;padding-left:20px">${items.map((item) => `<li dir="auto" style="margin:0 0 4px">${itemHtml(item)}</li>`).join('')}</ul>`;
  const small = `margin:0 0 12px;font-size:14px;line-height:20px;color:${SECOND}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f6f2ea">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background-color:#f6f2ea">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px">
<tr><td class="name" style="padding:0 4px 16px;${FONT};font-size:18px;line-height:24px;font-weight:700;color:${INK}"><span style="color:${ACCENT}">&#9711;</span>&nbsp; Rondo</td></tr>
<tr><td class="card" style="padding:28px 28px 16px;background-color:#fffdf9;border:1px solid #e4dccf;border-radius:12px;overflow-wrap:anywhere;word-break:break-word;${FONT};font-size:16px;line-height:25px;color:${INK}">
<h1 style="margin:0 0 16px;font-size:22px;line-height:29px;font-weight:700;color:${INK}">${escaped(subject)}</h1>
${paragraphs.map(paragraph).join('\n')}
${lists.map(list).join('\n')}
${
  button
    ? `<p style="margin:24px 0"><a href="${escaped(button.url)}" style="display:inline-block;padding:12px 22px;background-color:${ACCENT};border-radius:10px;color:#ffffff;font-weight:600;text-decoration:none">${escaped(button.label)}</a></p>
<p class="small" style="${small}">${WORDS[language].link}<br><a href="${escaped(button.url)}" style="color:${SECOND};word-break:break-all">${escaped(button.url)}</a></p>`
    : ''
}
</td></tr>
${
  footnote || off
    ? `<tr><td class="small" style="padding:16px 4px;${FONT};font-size:13px;line-height:19px;color:${SECOND}">${[
        ...(footnote ? [escaped(footnote)] : []),
        ...(off
          ? [`<a href="${escaped(off)}" style="color:${SECOND}">${WORDS[language].off}</a>`]
          : []),
      ].join('<br>')}</td></tr>`
    : ''
}
</table>
</td></tr>
</table>
</body>
</html>
`;
}
