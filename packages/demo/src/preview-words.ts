/** What anybody might say in any activity, by what is asked; one entry for each teammate, in turn. */
export const PREVIEW_WORDS: Readonly<
  Record<'en' | 'de', Readonly<Record<string, readonly string[]>>>
> = {
  en: {
    any: [
      'Something that went well',
      'Something that could be easier',
      'An idea that nobody has tried',
      'A question that keeps coming back',
      'A small thing with a large effect',
      'Something we promised last time',
    ],
    icebreaker: ['A long walk', 'Fresh bread', 'My old bicycle', 'Rain on the roof'],
    discuss: [
      'Let us try it for two weeks.',
      'What would be the first step?',
      'I can help with that.',
    ],
    kudos: [
      'You explained it twice, and kindly.',
      'Thank you for asking what nobody dared to ask.',
      'You kept calm when it got loud.',
      'Without you we would still be waiting.',
    ],
    update: [
      'Two small things are done, the large one has begun.',
      'I am waiting for an answer.',
      'Back from a week off; reading what I missed.',
      'Almost there: one test is still red.',
    ],
    reason: [
      'We know too little yet.',
      'It is easy to undo.',
      'It costs us a week.',
      'It feels right.',
    ],
    options: ['Try it small first', 'Ask the people who use it', 'Leave it as it is'],
    agenda: ['Who is away when', 'The next release', 'How we answer questions', 'A longer lunch'],
  },
  de: {
    any: [
      'Etwas, das gut gelaufen ist',
      'Etwas, das leichter gehen könnte',
      'Eine Idee, die noch niemand ausprobiert hat',
      'Eine Frage, die immer wiederkommt',
      'Eine Kleinigkeit mit großer Wirkung',
      'Etwas, das wir uns letztes Mal vorgenommen haben',
    ],
    icebreaker: ['Ein langer Spaziergang', 'Frisches Brot', 'Mein altes Rad', 'Regen auf dem Dach'],
    discuss: [
      'Probieren wir es zwei Wochen.',
      'Was wäre der erste Schritt?',
      'Dabei kann ich helfen.',
    ],
    kudos: [
      'Du hast es zweimal erklärt, und freundlich.',
      'Danke, dass du gefragt hast, was sich sonst niemand getraut hat.',
      'Du bist ruhig geblieben, als es laut wurde.',
      'Ohne dich würden wir noch warten.',
    ],
    update: [
      'Zwei kleine Dinge sind fertig, das große hat angefangen.',
      'Ich warte auf eine Antwort.',
      'Zurück aus einer freien Woche; ich lese nach.',
      'Fast fertig: Ein Test ist noch rot.',
    ],
    reason: [
      'Wir wissen noch zu wenig.',
      'Das lässt sich leicht rückgängig machen.',
      'Das kostet uns eine Woche.',
      'Es fühlt sich richtig an.',
    ],
    options: ['Erst klein ausprobieren', 'Die fragen, die es benutzen', 'Lassen, wie es ist'],
    agenda: [
      'Wer wann weg ist',
      'Das nächste Release',
      'Wie wir Fragen beantworten',
      'Längere Mittagspause',
    ],
  },
};
