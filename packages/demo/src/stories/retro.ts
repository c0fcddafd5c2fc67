import type { Story } from './index.ts';

const flow = [
  {
    kind: 'collect',
    minutes: 2,
    settings: {
      question: { en: 'How was the last sprint?', de: 'Wie war der letzte Sprint?' },
      prompts: [
        {
          id: 'start',
          hue: 'moss',
          title: { en: 'Start', de: 'Anfangen' },
          hint: { en: 'What should we try?', de: 'Was sollten wir ausprobieren?' },
        },
        {
          id: 'stop',
          hue: 'clay',
          title: { en: 'Stop', de: 'Aufhören' },
          hint: { en: 'What does more harm than good?', de: 'Was schadet mehr, als es nützt?' },
        },
        {
          id: 'keep',
          hue: 'sky',
          title: { en: 'Keep', de: 'Behalten' },
          hint: { en: 'What do we never want to lose?', de: 'Was wollen wir nie verlieren?' },
        },
      ],
      anonymous: true,
    },
  },
  { kind: 'group', minutes: 2 },
  { kind: 'vote', minutes: 1, settings: { votes: 3, perTopic: 2 } },
  { kind: 'discuss', minutes: 3 },
  { kind: 'wrap-up', minutes: 1 },
];

export const retro: Story = (language) => ({
  name: language === 'de' ? 'Retro zum Ausprobieren' : 'A retro to try',
  activity: {
    id: 'start-stop-continue',
    name: { en: 'Start Stop Keep', de: 'Anfangen Aufhören Behalten' },
  },
  flow,
  teammates:
    language === 'de'
      ? [
          {
            name: 'Mia',
            pace: 3_500,
            says: {
              start: ['Reviews noch am selben Tag', 'Einmal die Woche zu zweit programmieren'],
              stop: ['Besprechungen ohne Tagesordnung'],
              keep: ['Die kurzen Wege zum Support'],
              discuss: ['Ein Review wartet im Schnitt zwei Tage. Das merkt man.'],
            },
          },
          {
            name: 'Jonas',
            pace: 4_500,
            says: {
              start: ['Reviews in zwei festen Stunden am Tag'],
              stop: ['Freitags nach vier ausliefern', 'Drei Besprechungen am Dienstag'],
              keep: ['Mittagessen am Mittwoch'],
              discuss: ['Wollen wir es zwei Wochen lang ausprobieren?'],
            },
          },
          {
            name: 'Aylin',
            pace: 5_500,
            says: {
              start: ['Neue Leute vom ersten Tag an mitnehmen'],
              stop: ['Halbfertiges in den nächsten Sprint schieben'],
              keep: ['Dass jeder Nein sagen darf'],
              discuss: ['Ich übernehme das gern, wenn jemand mitmacht.'],
            },
          },
        ]
      : [
          {
            name: 'Mia',
            pace: 3_500,
            says: {
              start: ['Reviews on the same day', 'Pairing once a week'],
              stop: ['Meetings without an agenda'],
              keep: ['Walking over to support'],
              discuss: ['A review waits two days on average. It shows.'],
            },
          },
          {
            name: 'Jonas',
            pace: 4_500,
            says: {
              start: ['Two fixed hours a day for reviews'],
              stop: ['Releases on Friday after four', 'Three meetings on a Tuesday'],
              keep: ['Lunch on Wednesday'],
              discuss: ['Shall we try it for two weeks?'],
            },
          },
          {
            name: 'Aylin',
            pace: 5_500,
            says: {
              start: ['Take new people along from day one'],
              stop: ['Carrying half-done work into the next sprint'],
              keep: ['That everybody may say no'],
              discuss: ['I am glad to take this if somebody joins in.'],
            },
          },
        ],
});
