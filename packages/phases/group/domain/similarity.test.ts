import { visibleLength } from '@rondo/meeting';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestGroups, suggestTitle } from './similarity.ts';

/** Cards by the group a person would put them in; `alone` stands for no group. */
type Sample = Record<string, string[]>;

const english: Sample = {
  releases: [
    'Releasing takes far too many manual steps',
    'The Friday release broke production again',
    'I am afraid of every deployment',
    'We should be able to roll back with one click',
    'Deploys are scary because nobody knows all the steps',
  ],
  tests: [
    'Flaky tests make me ignore red builds',
    'End-to-end tests fail randomly',
    'CI is red half of the time for no reason',
    'Our test suite is not trustworthy',
  ],
  meetings: [
    'Too many meetings in the morning',
    'The planning meeting took three hours',
    'Standup is more of a status report to the manager',
    'My calendar is so full of calls that I code in the evening',
  ],
  reviews: [
    'Pull requests wait for days until somebody looks at them',
    'Code review comments were kind and useful',
    'Reviews are too big, split your PRs',
  ],
  documentation: [
    'Nobody finds anything in the wiki',
    'Docs for the payment API are out of date',
    'Setting up the project took me two days, the readme is wrong',
  ],
  help: [
    'Thanks to Kim for helping me with the migration',
    'I always got help within minutes when I was stuck',
    'Great team spirit, everybody helps each other',
  ],
  priorities: [
    'Priorities changed three times during the sprint',
    'I do not know what the goal of this sprint was',
    'Product keeps changing the scope of stories in the middle of the sprint',
  ],
  alone: [
    'The new coffee machine!',
    'My laptop fan sounds like a helicopter',
    'The customer demo was a success',
    'We still have no designer',
    'Feature flags saved us last week',
  ],
};

const german: Sample = {
  auslieferung: [
    'Das Deployment hat wieder drei Anläufe gebraucht',
    'Niemand traut sich, freitags zu deployen',
    'Releases sind zu selten und dann riesig',
    'Nach dem Release lag die Seite eine Stunde lang flach',
  ],
  tests: [
    'Die Testumgebung ist ständig kaputt',
    'Unsere Tests dauern 40 Minuten',
    'Wackelige Oberflächentests rauben mir den letzten Nerv',
    'Kein Mensch schaut mehr hin, wenn ein Test rot ist',
  ],
  besprechungen: [
    'Zu viele Besprechungen ohne Ergebnis',
    'Das Daily dauert inzwischen eine halbe Stunde',
    'Vor lauter Terminen komme ich nicht zum Arbeiten',
    'Meetings beginnen nie pünktlich',
  ],
  anforderungen: [
    'Die Anforderungen waren mitten im Sprint plötzlich andere',
    'Tickets sind so knapp beschrieben, dass ich raten muss',
    'Unklare Anforderungen vom Fachbereich',
  ],
  wissen: [
    'Wenn Jana im Urlaub ist, kann keiner die Abrechnung anfassen',
    'Wissen über das Altsystem steckt in zwei Köpfen',
    'Es gibt keine Dokumentation zur Abrechnung',
  ],
  zusammenhalt: [
    'Die Stimmung im Team ist klasse',
    'Danke an alle, die mir beim Einstieg geholfen haben',
    'Ich freue mich jeden Morgen auf dieses Team',
    'Man hilft sich, ohne dass man lange bitten muss',
  ],
  reviews: [
    'Reviews bleiben tagelang liegen',
    'Ich lerne viel aus euren Kommentaren im Code-Review',
    'Riesige Merge Requests, die keiner ernsthaft prüft',
  ],
  alone: [
    'Der Kaffee ist endlich wieder gut',
    'Homeoffice am Mittwoch beibehalten',
    'Die Kundin hat unsere Vorführung gelobt',
    'Wir brauchen einen zweiten Monitor pro Platz',
    'Es zieht im Büro',
  ],
};

/** Another trade, both languages on one board; nothing was tuned on it. */
const shop: Sample = {
  printer: ['The label printer jams every afternoon', 'Printer in the warehouse is offline again'],
  campaign: [
    'Spring campaign got twice the clicks we hoped for',
    'Proud of the campaign video',
    'Campaign budget was approved too late',
  ],
  supplier: [
    'Supplier sent the wrong bottles',
    'We depend on a single supplier for caps',
    'Second supplier for bottles would lower our risk',
  ],
  communication: [
    'Sales hears about changes from customers instead of from us',
    'Nobody told support about the price change',
    'Announcements get lost in five different Slack channels',
  ],
  training: [
    'More training on the new CRM please',
    'I finally understand the CRM after the workshop',
    'CRM import eats my lunch break',
  ],
  hours: [
    'Weekend shifts were distributed unfairly',
    'Shift plan arrives too late to plan family time',
  ],
  urlaub: ['Urlaubsplanung wurde dreimal umgeworfen', 'Wer vertritt wen im Urlaub?'],
  lager: [
    'Im Lager ist kein Platz mehr',
    'Lagerbestände stimmen nicht mit dem System überein',
    'Inventur im Lager hat viel zu lange gedauert',
  ],
  rechnung: [
    'Rechnungen gehen zu spät raus',
    'Kunden beschweren sich über falsche Rechnungen',
    'Rechnungsprüfung dauert drei Wochen',
  ],
  uebergabe: [
    'Die Übergabe zwischen Früh- und Spätschicht klappt jetzt',
    'Bei der Schichtübergabe gehen Infos verloren',
  ],
  alone: [
    'Our stand at the fair looked wonderful',
    'Parking is a nightmare',
    'Kim is a fantastic addition',
    'Kuchen am Freitag war ein Highlight',
    'Der Beamer im großen Raum flackert',
  ],
};

type LabelledCard = { id: string; text: string; label: string };

function cardsOf(sample: Sample): LabelledCard[] {
  return Object.entries(sample).flatMap(([label, texts]) =>
    texts.map((text, index) => ({
      id: `${label}-${index}`,
      text,
      label: label === 'alone' ? `alone-${index}` : label,
    })),
  );
}

/** Of all pairs of cards: how well “in one suggested group” agrees with “in one group of a person” (0 to 1). */
function pairF1(sample: Sample): number {
  const cards = cardsOf(sample);
  const groupOf = new Map(
    suggestGroups(cards).flatMap((group, index) => group.cards.map((id) => [id, index] as const)),
  );
  let both = 0;
  let either = 0;
  for (const [index, a] of cards.entries())
    for (const b of cards.slice(index + 1)) {
      const suggested = groupOf.has(a.id) && groupOf.get(a.id) === groupOf.get(b.id);
      if (suggested && a.label === b.label) both += 1;
      either += Number(suggested) + Number(a.label === b.label);
    }
  return (2 * both) / either;
}

describe('suggested groups', () => {
  test.each([
    ['English', english, 30, 0.75],
    ['German', german, 30, 0.6],
    ['mixed, not tuned for', shop, 31, 0.45],
  ])('agree with a person on a %s sample', (_name, sample, size, floor) => {
    expect(cardsOf(sample)).toHaveLength(size);
    expect(pairF1(sample)).toBeGreaterThanOrEqual(floor);
  });

  test('hold each card at most once and at least two cards, the largest first', () => {
    const groups = suggestGroups(cardsOf(english));
    const ids = groups.flatMap((group) => group.cards);
    expect(new Set(ids).size).toBe(ids.length);
    const sizes = groups.map((group) => group.cards.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  test('see through plurals, tenses, compounds and the other language', () => {
    const pairs = [
      ['Deployments hurt', 'We deployed twice'],
      ['Der Ausfall am Montag', 'Zwei Ausfälle in einer Woche'],
      ['Die Testumgebung wackelt', 'Eine eigene Umgebung pro Zweig'],
      ['Too many meetings', 'Zu viele Besprechungen'],
    ];
    for (const pair of pairs) {
      const cards = [...pair, ...(shop['alone'] ?? [])].map((text, index) => ({
        id: `${index}`,
        text,
      }));
      const groups = suggestGroups(cards).map((group) => group.cards.toSorted());
      expect({ pair, groups }).toMatchObject({ groups: expect.arrayContaining([['0', '1']]) });
    }
  });

  test('leave apart what shares little words only', () => {
    const texts = [
      'We should have been there',
      'They have been very kind',
      'Das war für uns nicht gut',
      'Es war nicht so',
    ];
    expect(suggestGroups(texts.map((text, index) => ({ id: `${index}`, text })))).toEqual([]);
  });

  test('are none for no card, and cope with empty, wordless and repeated texts', () => {
    expect(suggestGroups([])).toEqual([]);
    const cards = ['', '', '🎉', '+1', '!!!', 'https://example.org/x'].map((text, index) => ({
      id: `${index}`,
      text,
    }));
    expect(suggestGroups(cards)).toEqual([]);
    expect(
      suggestGroups(
        ['Kaputte Tests', 'Kaputte Tests'].map((text, index) => ({ id: `${index}`, text })),
      ),
    ).toEqual([{ cards: ['0', '1'], title: 'Kaputte Tests' }]);
  });

  const cards = cardsOf({ ...english, ...german }).map(({ id, text }, index) => ({
    id: `${id}-${index}`,
    text,
  }));

  test('do not depend on the order of the cards', () => {
    const expected = suggestGroups(cards);
    fc.assert(
      fc.property(fc.shuffledSubarray(cards, { minLength: cards.length }), (shuffled) => {
        expect(suggestGroups(shuffled)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  test('do not depend on the ids, which are random', () => {
    const textsOf = (renamed: typeof cards): string[][] =>
      suggestGroups(renamed).map((group) =>
        group.cards.map((id) => renamed.find((card) => card.id === id)?.text ?? ''),
      );
    const backwards = cards.map(({ text }, index) => ({
      id: `${cards.length - index}`.padStart(3, '0'),
      text,
    }));
    expect(textsOf(backwards)).toEqual(textsOf(cards));
  });
});

describe('suggested titles', () => {
  test.each([
    [['Flaky tests again', 'The tests are slow', 'Why do tests need a network?'], 'Tests'],
    [
      ['Code review takes days', 'Nobody likes code reviews', 'A code review should be kind'],
      'Code review',
    ],
    [['Das Onboarding war super', 'Ein Plan für das Onboarding fehlt'], 'Onboarding'],
    [['**Only** one\n- card'], 'Only one card'],
    [['', '  '], '…'],
    [['🎉', '🎉🎉'], '🎉'],
  ])('%j → %s', (texts, title) => {
    expect(suggestTitle(texts)).toBe(title);
  });

  test('a long card alone is cut after a word', () => {
    const title = suggestTitle([
      'We spent most of the sprint waiting for the security review of the new login page',
    ]);
    expect(title).toBe('We spent most of the sprint waiting for the security…');
  });

  test('have 1 to 60 visible characters whatever people write', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.lorem({ maxCount: 30 }),
    );
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (texts) => {
        const length = visibleLength(suggestTitle(texts));
        expect(length).toBeGreaterThanOrEqual(1);
        expect(length).toBeLessThanOrEqual(60);
      }),
    );
  });

  test('do not depend on the order of the texts', () => {
    const texts = Object.values(german).flat();
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 2 }), (some) => {
        expect(suggestTitle(some.toReversed())).toBe(suggestTitle(some));
      }),
    );
  });
});
