import type { Story } from './index.ts';

const flow = [
  {
    kind: 'estimate',
    minutes: 5,
    settings: {
      dimensions: [
        { id: 'effort', name: { en: 'Effort', de: 'Aufwand' }, scale: 'modified-fibonacci' },
      ],
    },
  },
];

const STORIES = {
  en: [
    'Reset the password by mail',
    'Export the invoices as CSV',
    'Search also finds misspelled names',
  ],
  de: [
    'Passwort per Mail zurücksetzen',
    'Rechnungen als CSV exportieren',
    'Die Suche findet auch vertippte Namen',
  ],
};

export const poker: Story = (language) => ({
  name: language === 'de' ? 'Poker zum Ausprobieren' : 'A poker round to try',
  activity: { id: 'sprint-poker', name: { en: 'Sprint Poker', de: 'Sprint-Poker' } },
  flow,
  teammates: [
    { name: 'Mia', pace: 2_500, says: { stories: STORIES[language] } },
    { name: 'Jonas', pace: 4_000, says: { stories: [] } },
    { name: 'Aylin', pace: 5_000, says: { stories: [] } },
  ],
});
