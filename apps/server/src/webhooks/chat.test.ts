import { expect, test } from 'vitest';
import { chatMessage, type Chat } from './chat.ts';
import type { Payload } from './payload.ts';

const named = (name: string): Payload => ({
  type: 'meeting.started',
  timestamp: '2026-01-01T00:00:00.000Z',
  data: {
    organization: { id: 'o', name: 'Engines' },
    team: { id: 't', name: 'Analytics' },
    meeting: { id: 'm', name, activity: 'start-stop-continue', url: 'https://r.example/m/m' },
  },
});
const said = (chat: Chat, name = 'Sprint 1') =>
  JSON.stringify(chatMessage(chat, named(name), 'en'));

test('every chat gets its own form, with the way there', () => {
  expect(chatMessage('slack', named('Sprint 1'), 'de')).toEqual({
    text: 'Analytics hat begonnen: Sprint 1',
    blocks: [
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: 'Analytics hat begonnen: Sprint 1\n<https://r.example/m/m|Mitmachen>',
          verbatim: true,
        },
      },
    ],
  });
  expect(chatMessage('mattermost', named('Sprint 1'), 'en')).toEqual({
    text: 'Analytics has begun: Sprint 1\n[Join](https://r.example/m/m)',
  });
  expect(chatMessage('discord', named('Sprint 1'), 'en')).toEqual({
    content: 'Analytics has begun: Sprint 1',
    allowed_mentions: { parse: [] },
    embeds: [{ title: 'Join', url: 'https://r.example/m/m' }],
  });
  expect(chatMessage('teams', named('Sprint 1'), 'en')).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          body: [{ type: 'TextBlock', text: 'Analytics has begun: Sprint 1' }],
          actions: [{ type: 'Action.OpenUrl', title: 'Join', url: 'https://r.example/m/m' }],
        },
      },
    ],
  });
});

test('a name calls nobody and formats nothing', () => {
  expect(said('slack', '<!channel> *bold*')).not.toMatch(/<!channel>|\*bold\*/);
  expect(said('mattermost', '@all [x](https://evil.example)')).not.toMatch(/@all|\[x\]\(/);
  expect(said('teams', '[x](https://evil.example)')).not.toMatch(/[^\\]\[x\]\(/);
  expect(said('discord', '@everyone')).not.toContain('@everyone');
});
