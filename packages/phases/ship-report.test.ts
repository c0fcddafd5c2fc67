import type { Brought, ParticipantId, Registry } from '@rondo/meeting';
import { sitting, type Sitting } from '@rondo/meeting/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect } from './collect/domain/index.ts';
import { group } from './group/domain/index.ts';
import {
  entriesOf,
  LONGEST_ENTRY,
  report,
  reportOf,
  type ReportState,
} from './report/domain/index.ts';

const registry: Registry = { collect, group, report };

const prompts = [
  { id: 'this-week', title: 'This week', hue: 'teal' },
  { id: 'next-week', title: 'Next week', hue: 'sky' },
];
const brought: Brought = {
  tasks: [],
  agenda: [],
  news: [
    { id: 'done-1', kind: 'task', text: 'Moved the servers', by: 'Ann', meeting: 'Retro 7' },
    { id: 'said-1', kind: 'decision', text: 'Fridays are free', by: null, meeting: 'Retro 8' },
  ],
};

const start = (): Sitting =>
  sitting(registry, [{ kind: 'collect', settings: { prompts, anonymous: false } }, 'report'], {
    brought,
  });
/** With a card for each week. */
function begun(): Sitting {
  const s = start();
  for (const prompt of ['this-week', 'next-week'])
    s.run(s.host, 'collect', 'addCard', {
      id: `card-${prompt}`,
      group: `topic-${prompt}`,
      prompt,
      text: `About ${prompt}`,
    });
  s.finish('collect');
  return s;
}
const state = (s: Sitting): ReportState => s.phaseOf('report').state as ReportState;
const texts = (s: Sitting, section: string): string[] =>
  entriesOf(state(s), section).map(([, { text }]) => text);
/** The line made of the card about that week. */
const madeOf = (s: Sitting, week: string): string =>
  Object.entries(state(s).entries).find(([, { text }]) => text === `About ${week}`)?.[0] ?? 'none';
const act = (s: Sitting, name: string, args: object, who = s.host) =>
  s.refusal(who, 'report', name, args);
const say = (s: Sitting, entry: string, text: string, revision: number) =>
  act(s, 'setEntry', { entry, text, revision });

describe('when the report opens', () => {
  test('every card is a line of the section with its prompt’s id, without a name', () => {
    const s = begun();
    expect([texts(s, 'this-week'), texts(s, 'next-week')]).toEqual([
      ['About this-week'],
      ['About next-week'],
    ]);
    expect(JSON.stringify(state(s).entries)).not.toContain(s.host);
  });

  test('what answers another prompt stands in the first section', () => {
    const s = sitting(registry, [
      { kind: 'collect', settings: { prompts: [{ id: 'ask', title: 'Ask', hue: 'amber' }] } },
      'report',
    ]);
    s.run(s.host, 'collect', 'addCard', { id: 'c', group: 'g', prompt: 'ask', text: 'Hm?' });
    s.finish('collect');
    expect(texts(s, 'this-week')).toEqual(['Hm?']);
  });

  test('a group is one line: its title, or all that stands on its cards', () => {
    const s = sitting(registry, [{ kind: 'collect', settings: { prompts } }, 'group', 'report']);
    for (const id of ['a', 'b'])
      s.run(s.host, 'collect', 'addCard', { id, group: `g-${id}`, prompt: 'next-week', text: id });
    s.finish('collect');
    const cards = Object.keys(s.doc.board.cards);
    const [into] = Object.keys(s.doc.board.groups);
    s.run(s.host, 'group', 'gather', { step: 'one', groups: [{ into, cards, title: null }] });
    s.finish('group');
    expect(texts(s, 'next-week')[0]?.split('\n').toSorted()).toEqual(['a', 'b']);
    s.lead('group');
    s.run(s.host, 'group', 'setTitle', { step: 'two', group: into, title: 'Both' });
    s.finish('group');
    expect(texts(s, 'next-week')).toEqual(['Both']);
  });

  test('again, lines that somebody has edited stay, and others follow their cards', () => {
    const s = begun();
    say(s, madeOf(s, 'this-week'), 'Sped up the search', 0);
    s.lead('collect');
    for (const week of ['this-week', 'next-week'])
      s.run(s.host, 'collect', 'deleteCard', { id: `card-${week}` });
    s.finish('collect');
    expect(texts(s, 'this-week')).toEqual(['Sped up the search']);
    expect(texts(s, 'next-week')).toEqual([]);
  });
});

describe('words', () => {
  test('of a line are changed by anybody, and nobody’s are lost', () => {
    const s = begun();
    const ann = s.enter('Ann', { role: 'guest' });
    const entry = madeOf(s, 'this-week');
    say(s, entry, 'one', 0);
    expect(act(s, 'setEntry', { entry, text: 'two', revision: 0 }, ann)).toBeNull();
    expect(texts(s, 'this-week')).toEqual(['one\ntwo']);
    expect(say(s, entry, 'three', 2)).toBeNull();
    expect(texts(s, 'this-week')).toEqual(['three']);
    expect(say(s, 'nothing', 'x', 0)).toBe('not-found');
    expect(say(s, entry, ' ', 3)).toBe('bad-arguments');
    expect(say(s, entry, 'x'.repeat(LONGEST_ENTRY + 1), 3)).toBe('too-long');
  });

  test('of a title are one line: whoever has not seen the latest is told', () => {
    const s = begun();
    expect(act(s, 'setTitle', { text: 'A good week', revision: 0 })).toBeNull();
    expect(act(s, 'setTitle', { text: 'A bad week', revision: 0 })).toBe('stale');
    expect(act(s, 'setTitle', { text: 'two\nlines', revision: 1 })).toBe('bad-arguments');
    expect(act(s, 'setIntro', { text: 'Hello.\nWe shipped.', revision: 0 })).toBeNull();
    expect(state(s)).toMatchObject({
      title: { text: 'A good week', revision: 1 },
      intro: { text: 'Hello.\nWe shipped.', revision: 1 },
    });
  });
});

describe('a line', () => {
  test('can be added, taken out and put back', () => {
    const s = begun();
    const line = { id: 'own', section: 'next-week', text: 'Rest' };
    expect(act(s, 'addEntry', line)).toBeNull();
    expect(act(s, 'addEntry', line)).toBe('exists');
    expect(act(s, 'addEntry', { ...line, id: 'x', section: 'y' })).toBe('not-found');
    act(s, 'removeEntry', { entry: 'own', removed: true });
    expect(texts(s, 'next-week')).toEqual(['About next-week']);
    expect(act(s, 'moveEntry', { entry: 'own', section: 'next-week', behind: null })).toBe(
      'not-found',
    );
    act(s, 'removeEntry', { entry: 'own', removed: false });
    expect(texts(s, 'next-week')).toEqual(['About next-week', 'Rest']);
  });

  test('moves within its section and into another', () => {
    const s = begun();
    act(s, 'addEntry', { id: 'own', section: 'next-week', text: 'Rest' });
    act(s, 'moveEntry', { entry: 'own', section: 'next-week', behind: null });
    expect(texts(s, 'next-week')).toEqual(['Rest', 'About next-week']);
    const after = { entry: 'own', section: 'this-week', behind: madeOf(s, 'this-week') };
    expect(act(s, 'moveEntry', after)).toBeNull();
    expect(texts(s, 'this-week')).toEqual(['About this-week', 'Rest']);
    for (const behind of ['own', madeOf(s, 'next-week'), 'none'])
      expect(act(s, 'moveEntry', { ...after, behind })).toBe('not-found');
  });

  test('wherever lines are put, each is in one section and the order is the one that was asked for', () => {
    const move = fc.record({
      entry: fc.constantFrom('a', 'b', 'c', 'd'),
      section: fc.constantFrom('this-week', 'next-week'),
      place: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 15 }), (moves) => {
        const s = start();
        s.finish('collect');
        const model: Record<string, string[]> = {
          'this-week': ['a', 'b', 'c', 'd'],
          'next-week': [],
        };
        for (const id of ['a', 'b', 'c', 'd'])
          act(s, 'addEntry', { id, section: 'this-week', text: id });
        for (const { entry, section, place } of moves) {
          for (const week of Object.keys(model))
            model[week] = model[week]!.filter((each) => each !== entry);
          const list = model[section]!;
          const behind = list[Math.min(place, list.length) - 1] ?? null;
          expect(act(s, 'moveEntry', { entry, section, behind })).toBeNull();
          list.splice(behind === null ? 0 : list.indexOf(behind) + 1, 0, entry);
        }
        for (const week of Object.keys(model)) expect(texts(s, week)).toEqual(model[week]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what was brought along', () => {
  test('is told only when somebody picks it', () => {
    const s = begun();
    expect(JSON.stringify(s.outcome())).not.toContain('Moved the servers');
    expect(act(s, 'takePick', { pick: 'done-1', section: 'this-week' })).toBeNull();
    expect(texts(s, 'this-week')).toEqual(['About this-week', 'Moved the servers']);
    expect(act(s, 'takePick', { pick: 'done-1', section: 'this-week' })).toBe('exists');
    expect(act(s, 'takePick', { pick: 'other', section: 'this-week' })).toBe('not-found');
    act(s, 'removeEntry', { entry: 'done-1', removed: true });
    expect(act(s, 'takePick', { pick: 'done-1', section: 'next-week' })).toBeNull();
    expect(texts(s, 'next-week')).toEqual(['About next-week', 'Moved the servers']);
  });
});

describe('the author', () => {
  test('is whoever facilitates, or whom members choose among them', () => {
    const s = begun();
    const [ann, kim] = [s.enter('Ann'), s.enter('Kim', { role: 'guest' })];
    expect(reportOf(s.doc.board)?.author).toEqual({ id: s.host, name: 'Host' });
    expect(act(s, 'setAuthor', { author: ann }, kim)).toBe('not-allowed');
    expect(act(s, 'setAuthor', { author: kim })).toBe('not-found');
    expect(act(s, 'setAuthor', { author: 'x' as ParticipantId })).toBe('not-found');
    expect(act(s, 'setAuthor', { author: ann })).toBeNull();
    expect(reportOf(s.doc.board)?.author).toEqual({ id: ann, name: 'Ann' });
  });
});

test('the outcome has title, introduction and lines; what was taken out is only with the cards', () => {
  const s = begun();
  act(s, 'setTitle', { text: 'A good week', revision: 0 });
  act(s, 'removeEntry', { entry: madeOf(s, 'next-week'), removed: true });
  s.end();
  expect(s.outcome().phases[1]!.parts).toMatchObject([
    {
      as: 'cards',
      columns: [
        { cards: [{ text: 'A good week' }] },
        { cards: [{ text: 'About this-week' }] },
        { cards: [] },
      ],
    },
  ]);
  expect(JSON.stringify(s.outcome().phases[0])).toContain('About next-week');
  expect(reportOf(s.doc.board)).toMatchObject({ title: 'A good week', intro: '' });
});

test('a meeting without the step makes no report', () => {
  expect(reportOf(sitting(registry, ['report', 'collect'].slice(0, 1)).doc.board)).not.toBeNull();
  const s = sitting(registry, [{ kind: 'collect', settings: { prompts } }]);
  expect(reportOf(s.doc.board)).toBeNull();
});
