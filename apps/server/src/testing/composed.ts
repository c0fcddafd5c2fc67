/** An activity that somebody composes, as small as one can be. */
export const COMPOSED = {
  category: 'workshop',
  name: 'Composed',
  summary: 'We talk.',
  purpose: 'To have talked.',
  minutes: 30,
  people: { min: 2, max: 9 },
  hues: ['moss'],
  keywords: { en: [], de: [] },
  flow: [{ kind: 'discuss' }],
};
