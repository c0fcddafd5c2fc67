import type { Story } from './index.ts';

const flow = [{ kind: 'respond', minutes: 3 }];

export const standup: Story = (language) => ({
  name: language === 'de' ? 'Standup zum Ausprobieren' : 'A standup to try',
  activity: { id: 'daily-standup', name: { en: 'Daily Standup', de: 'Tägliches Standup' } },
  flow,
  teammates:
    language === 'de'
      ? [
          {
            name: 'Mia',
            pace: 3_000,
            says: {
              done: ['Die Suche findet jetzt auch Umlaute.'],
              next: ['Ich räume die Testdaten auf.'],
              help: ['Wer kennt sich mit dem alten Import aus?'],
            },
          },
          {
            name: 'Jonas',
            pace: 4_500,
            says: {
              done: ['Zwei Reviews und ein Fehler weniger.'],
              next: ['Das Release am Donnerstag vorbereiten.'],
              help: [],
            },
          },
          {
            name: 'Aylin',
            pace: 6_000,
            says: {
              done: ['Mit drei Kundinnen gesprochen.'],
              next: ['Aufschreiben, was ich gehört habe.'],
              help: [],
            },
          },
        ]
      : [
          {
            name: 'Mia',
            pace: 3_000,
            says: {
              done: ['Search finds accents now.'],
              next: ['Cleaning up the test data.'],
              help: ['Who knows the old importer?'],
            },
          },
          {
            name: 'Jonas',
            pace: 4_500,
            says: {
              done: ['Two reviews, and one defect less.'],
              next: ['Getting Thursday’s release ready.'],
              help: [],
            },
          },
          {
            name: 'Aylin',
            pace: 6_000,
            says: {
              done: ['Talked with three customers.'],
              next: ['Writing down what I heard.'],
              help: [],
            },
          },
        ],
});
