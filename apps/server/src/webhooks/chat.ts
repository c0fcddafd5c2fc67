import type { WebhookForm } from '@rondo/contract';
import type { Payload } from './payload.ts';

export type Chat = Exclude<WebhookForm, 'standard'>;
type Language = 'en' | 'de';

/** What a chat is told of, as one line and where it leads. */
interface Notice {
  readonly text: string;
  readonly link: { readonly label: string; readonly url: string } | null;
}

const WORDS = {
  en: {
    'meeting.started': (name: string, team: string) => `${team} has begun: ${name}`,
    'window.closing': (name: string, team: string) => `${name} of ${team} closes soon`,
    'meeting.ended': (name: string, team: string) => `${name} of ${team} has ended`,
    'task.created': (_: string, team: string) => `${team} has a new task`,
    'task.changed': (_: string, team: string) => `A task of ${team} has changed`,
    'report.published': (name: string, team: string) => `${team} has published report ${name}`,
    'webhook.test': () => 'Rondo can write here.',
    join: 'Join',
    outcome: 'See the outcome',
    open: 'Open',
  },
  de: {
    'meeting.started': (name: string, team: string) => `${team} hat begonnen: ${name}`,
    'window.closing': (name: string, team: string) => `${name} von ${team} schließt bald`,
    'meeting.ended': (name: string, team: string) => `${name} von ${team} ist zu Ende`,
    'task.created': (_: string, team: string) => `${team} hat eine neue Aufgabe`,
    'task.changed': (_: string, team: string) => `Eine Aufgabe von ${team} hat sich geändert`,
    'report.published': (name: string, team: string) =>
      `${team} hat Bericht ${name} veröffentlicht`,
    'webhook.test': () => 'Rondo kann hier schreiben.',
    join: 'Mitmachen',
    outcome: 'Ergebnis ansehen',
    open: 'Öffnen',
  },
};

function noticeOf({ type, data }: Payload, language: Language): Notice {
  const words = WORDS[language];
  const { meeting, task, report, team } = data;
  const name = meeting?.name ?? (report ? `#${report.number}` : '');
  const url = (meeting ?? task ?? report)?.url ?? null;
  const begins = type === 'meeting.started' || type === 'window.closing';
  const label = begins ? words.join : type === 'meeting.ended' ? words.outcome : words.open;
  return {
    text: words[type](name, team?.name ?? ''),
    link: url === null ? null : { label, url },
  };
}

/** The message as the incoming webhook of that chat takes it. Names in it mention nobody and format nothing. */
export function chatMessage(chat: Chat, payload: Payload, language: Language): object {
  const { text, link } = noticeOf(payload, language);
  switch (chat) {
    case 'slack': {
      // Escaped as Slack says; `<!channel>` is text then.
      const plain = slackText(text);
      const said = link ? `${plain}\n<${link.url}|${slackText(link.label)}>` : plain;
      return {
        text: plain,
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: said, verbatim: true } }],
      };
    }
    case 'mattermost': {
      const plain = markdownText(text);
      return { text: link ? `${plain}\n[${markdownText(link.label)}](${link.url})` : plain };
    }
    case 'discord':
      return {
        content: markdownText(text),
        allowed_mentions: { parse: [] },
        ...(link && { embeds: [{ title: link.label, url: link.url }] }),
      };
    case 'teams':
      return {
        type: 'message',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            contentUrl: null,
            content: {
              $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
              type: 'AdaptiveCard',
              version: '1.4',
              body: [{ type: 'TextBlock', text: markdownText(text), wrap: true, weight: 'Bolder' }],
              actions: link ? [{ type: 'Action.OpenUrl', title: link.label, url: link.url }] : [],
            },
          },
        ],
      };
  }
}

const slackText = (text: string): string =>
  // A zero-width space behind what would format or mention.
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[@*_~`]/g, '$&\u200B');

/** As CommonMark shows it letter by letter; `@all` and `@here` are cut in two. */
const markdownText = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]()#+\-!|<>~]/g, String.raw`\$&`).replaceAll('@', '@\u200B');
