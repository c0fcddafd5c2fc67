import { expect, test } from 'vitest';
import { askedIn, questionIn } from './asked.ts';

test('whatever a step asks is read from its settings', () => {
  const rocks = { id: 'rocks', hue: 'clay', title: { en: 'Rocks' }, hint: 'What is ahead?' };
  const settings = {
    question: { en: 'How far?', de: 'Wie weit?' },
    prompts: [rocks],
    statements: [{ id: 'fun', text: 'We have fun' }],
    options: ['Yes', { en: 'No', de: 'Nein' }],
    votes: 5,
  };
  expect(questionIn(settings)).toEqual({ en: 'How far?', de: 'Wie weit?' });
  expect(askedIn(settings)).toEqual([
    { title: { en: 'Rocks' }, hint: 'What is ahead?', hue: 'clay' },
    { title: 'We have fun' },
    { title: 'Yes' },
    { title: { en: 'No', de: 'Nein' } },
  ]);
});

test('settings that ask nothing, or are made otherwise, are read as nothing', () => {
  expect(questionIn({ question: 3 })).toBeUndefined();
  expect(askedIn({ prompts: 7, statements: [null, 3, [], {}, { title: 4 }] })).toEqual([]);
});
