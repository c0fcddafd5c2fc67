import { chanceOf } from '@rondo/live/testing';
import type { Board, ParticipantId } from '@rondo/meeting';
import type { Sitting } from '@rondo/meeting/testing';
import { sitting } from '@rondo/meeting/testing';
import { describe, expect, test } from 'vitest';
import type { AppreciateHand, AppreciateState } from './appreciate/domain/index.ts';
import type { BreakoutState } from './breakout/domain/index.ts';
import type { CollectHand, CollectSettings } from './collect/domain/index.ts';
import type { DiscussState } from './discuss/domain/index.ts';
import { phases } from './domain.ts';
import type { IcebreakerHand } from './icebreaker/domain/index.ts';
import type { PollHand } from './poll/domain/index.ts';
import type { RateHand } from './rate/domain/index.ts';
import type { RespondHand, RespondState } from './respond/domain/index.ts';
import { phasesOnServer } from './server.ts';
import { Asked, Expected, freePlay, Given, plays } from './testing/index.ts';
import type { VoteHand, VoteSettings } from './vote/domain/index.ts';

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);
const STEPS = 150;

const handsOf = <T>(s: Sitting, kind: string): [ParticipantId, T, string][] =>
  Object.entries(s.doc.hands).flatMap(([who, hand]) =>
    Object.entries(hand.phases)
      .filter(([phase]) => s.doc.board.phases[phase as keyof Board['phases']]?.kind === kind)
      .map(([phase, part]) => [who, part, phase] as [ParticipantId, T, string]),
  );

const statesOf = <T>(board: Board, kind: string): T[] =>
  Object.values(board.phases)
    .filter((phase) => phase.kind === kind)
    .map((phase) => phase.state as T);

function cardsOf(s: Sitting): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [id, card] of Object.entries(s.doc.board.cards)) found[id] = card.text;
  for (const [, { held }] of handsOf<CollectHand>(s, 'collect')) {
    for (const [id, card] of Object.entries(held)) found[id] = card.text;
  }
  for (const { cards } of statesOf<BreakoutState>(s.doc.board, 'breakout')) {
    for (const [id, card] of Object.entries(cards)) found[id] = card.text;
  }
  return found;
}

const commentsOf = (board: Board): Record<string, string> =>
  Object.fromEntries(
    // Whatever the kind of phase, what people say in it is kept so.
    Object.values(board.phases).flatMap(({ state }) =>
      Object.entries((state as Partial<DiscussState>).comments ?? {}).flatMap(
        ([id, { deleted, text }]) => (deleted ? [] : [[id, text]]),
      ),
    ),
  );

/** What people say about answers, on the board or in the hands of those who see the answers. */
const saidOfAnswers = (s: Sitting): Record<string, string> =>
  Object.fromEntries(
    [
      ...statesOf<RespondState>(s.doc.board, 'respond').map(({ shown }) => shown),
      ...handsOf<RespondHand>(s, 'respond').flatMap(([, { shown }]) => shown ?? []),
    ].flatMap(({ comments }) =>
      Object.entries(comments).flatMap(([id, { deleted, text }]) => (deleted ? [] : [[id, text]])),
    ),
  );

/** What people thank others for, wrapped or not. */
const kudosOf = (s: Sitting): Record<string, string> =>
  Object.fromEntries(
    [
      ...statesOf<AppreciateState>(s.doc.board, 'appreciate').map(({ kudos }) => kudos),
      ...handsOf<AppreciateHand>(s, 'appreciate').map(([, { wrapped }]) => wrapped),
    ].flatMap((all) => Object.entries(all).map(([id, { text }]) => [id, text])),
  );

/** What is wrong with the groups of a board; empty when every card is in exactly one. */
function groupTrouble({ cards, groups }: Board): string[] {
  const listed = Object.entries(groups).flatMap(([id, { cards }]) =>
    cards.map((card) => [card, id] as const),
  );
  return [
    ...Object.entries(groups)
      .filter(([, each]) => each.cards.length === 0)
      .map(([id]) => `${id} is empty`),
    ...listed
      .filter(([card, id]) => cards[card]?.group !== id)
      .map(([card, id]) => `${card} is not in ${id}`),
    ...(listed.length === Object.keys(cards).length ? [] : ['a card is in no or two groups']),
  ];
}

/** Texts that lie in hands only. */
const hidden = (s: Sitting): string[] => [
  ...handsOf<CollectHand>(s, 'collect').flatMap(([, { held }]) =>
    Object.values(held).map(({ text }) => text),
  ),
  ...handsOf<IcebreakerHand>(s, 'icebreaker').flatMap(([, { answer }]) => answer ?? []),
  ...handsOf<AppreciateHand>(s, 'appreciate').flatMap(([, { wrapped }]) =>
    Object.values(wrapped).map(({ text }) => text),
  ),
  // One that lies open has an id there.
  ...handsOf<PollHand>(s, 'poll').flatMap(([, { reason, given }]) =>
    reason !== '' && given === null ? [reason] : [],
  ),
  ...handsOf<RateHand>(s, 'rate').flatMap(([, { comments, counted }]) =>
    Object.entries(comments).flatMap(([statement, text]) => (counted[statement] ? [] : [text])),
  ),
  ...handsOf<RespondHand>(s, 'respond').flatMap(([, { drafts, shown }]) => [
    ...Object.values(drafts).filter(Boolean),
    ...Object.values(shown?.answers ?? {}).flatMap(({ text }) => text || []),
  ]),
];

/** Votes beyond a limit. */
const overspent = (s: Sitting): unknown[] =>
  handsOf<VoteHand>(s, 'vote').filter(([, hand, phase]) => {
    const { votes, perTopic } = s.doc.board.phases[phase as keyof Board['phases']]!
      .settings as VoteSettings;
    const counts = Object.entries(hand.votes).flatMap(([topic, count]) =>
      s.doc.board.groups[topic as never] ? [count] : [],
    );
    return (
      counts.some((count) => count > perTopic) || counts.reduce((sum, n) => sum + n, 0) > votes
    );
  });

/** The topics with votes. */
const votesOn = ({ groups }: Board): Record<string, number> =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([id, { votes }]) => (votes ? [[id, votes]] : [])),
  );

/** The sums of all hands; null where a flow votes twice or not at all, or groups after voting. */
function votesGiven(s: Sitting): Record<string, number> | null {
  const kinds = s.doc.board.flow.map((id) => s.doc.board.phases[id]!);
  const votes = kinds.filter(({ kind, begun }) => kind === 'vote' && begun);
  const last = kinds.findLastIndex(({ kind }) => kind === 'group' || kind === 'collect');
  const [vote] = votes;
  if (votes.length !== 1 || !vote || kinds.indexOf(vote) < last) return null;
  // Votes that were counted before grouping went on go with the cards.
  if (vote.status === 'skipped') return null;
  const given: Record<string, number> = {};
  for (const [, hand] of handsOf<VoteHand>(s, 'vote')) {
    for (const [topic, count] of Object.entries(hand.votes)) {
      if (s.doc.board.groups[topic as never]) given[topic] = (given[topic] ?? 0) + count;
    }
  }
  return given;
}

/** Cards of anonymous phases that tell who wrote them. */
const named = ({ cards, phases: all }: Board): unknown[] =>
  Object.values(cards).filter(
    ({ phase, by }) => (all[phase]!.settings as CollectSettings).anonymous && by !== undefined,
  );

describe('the building blocks', () => {
  test('are all played in tests, and all have what a server needs', () => {
    expect(plays.map(({ kind }) => kind).sort()).toEqual(Object.keys(phases).sort());
    expect(Object.keys(phasesOnServer)).toEqual(Object.keys(phases));
    for (const [kind, phase] of Object.entries(phasesOnServer)) {
      expect(phase.kind).toBe(kind);
      expect(phase.outcome).toBeTypeOf('function');
      expect(Object.keys(phase.commands)).toEqual(Object.keys(phases[kind]!.commands));
    }
  });

  test('have every command carried out by their play', () => {
    const done = new Set<string>();
    for (const seed of SEEDS) {
      const { step } = freePlay(chanceOf(seed), phasesOnServer);
      for (let n = 0; n < STEPS; n++) {
        const each = step();
        if (each?.kind) done.add(`${each.kind} ${each.name}`);
      }
    }
    const all = Object.values(phases).flatMap((kind) =>
      Object.keys(kind.commands).map((name) => `${kind.kind} ${name}`),
    );
    expect(all.filter((each) => !done.has(each))).toEqual([]);
  });
});

describe('in any flow, with anybody coming and going, whatever people do', () => {
  test.each(SEEDS)(
    'nothing is lost, nothing hidden is shown, no limit is broken (seed %i)',
    (seed) => {
      const { s, step } = freePlay(chanceOf(seed), phasesOnServer);
      const expected = new Expected();
      const answers = new Given();
      const asked = new Asked();
      let wasEnded = false;
      for (let n = 0; n < STEPS; n++) {
        const done = step();
        if (done) expected.note(done);
        if (done) answers.note(done, s.doc.board);
        if (done) asked.note(done);
        wasEnded ||= done?.name === 'reopenMeeting';
        const { board } = s.doc;
        const after = `after ${JSON.stringify(done)}`;
        expect(cardsOf(s), after).toEqual(Object.fromEntries(expected.cards));
        expect({ ...commentsOf(board), ...saidOfAnswers(s) }, after).toEqual(
          Object.fromEntries(expected.comments),
        );
        expect(kudosOf(s), after).toEqual(Object.fromEntries(expected.kudos));
        expect(
          Object.values(board.tasks)
            .map(({ text }) => text)
            .sort(),
          after,
        ).toEqual([...expected.tasks.values()].sort());
        expect(groupTrouble(board), after).toEqual([]);
        expect(overspent(s), after).toEqual([]);
        expect(named(board), after).toEqual([]);
        const shown = JSON.stringify(board);
        expect(
          hidden(s).filter((text) => shown.includes(JSON.stringify(text))),
          after,
        ).toEqual([]);
      }

      // Of an earlier sitting nobody can say any more who gave what.
      const given = wasEnded ? null : votesGiven(s);
      const notes = statesOf<DiscussState>(s.doc.board, 'discuss').flatMap(({ topics }) =>
        Object.values(topics).flatMap(({ notes }) => notes.split('\n').filter(Boolean)),
      );
      s.end();
      expect(given === null ? null : votesOn(s.doc.board)).toEqual(given);
      const outcome = JSON.stringify(s.outcome());
      const inOutcome = (text: string): boolean =>
        outcome.includes(JSON.stringify(text).slice(1, -1));
      for (const text of expected.texts()) expect(inOutcome(text), text).toBe(true);
      for (const line of notes) expect(inOutcome(line), line).toBe(true);
      for (const text of answers.texts()) expect(inOutcome(text), text).toBe(true);
      for (const text of asked.texts(s.doc.board)) expect(inOutcome(text), text).toBe(true);
      for (const person of Object.keys(s.doc.board.people))
        expect(outcome).not.toContain(`"${person}"`);
    },
  );
});

describe('a retrospective from beginning to end', () => {
  const prompts = [{ id: 'start', title: { en: 'Start', de: 'Anfangen' }, hue: 'moss' }];
  const flow = [
    { kind: 'icebreaker', settings: { mode: 'together' } },
    { kind: 'collect', settings: { prompts } },
    { kind: 'group' },
    { kind: 'vote' },
    { kind: 'discuss' },
    { kind: 'wrap-up' },
  ];

  test('leaves everything that matters, and of a silent author nothing but the name', () => {
    const s = sitting(phasesOnServer, flow);
    const ann = s.enter('Ann');
    const quiet = s.enter('Quiet', { role: 'guest' });
    s.run(ann, 'icebreaker', 'writeAnswer', { text: 'A cat' });
    s.finish('icebreaker');
    for (const [who, id, text] of [
      [quiet, 'c1', 'More tests'],
      [ann, 'c2', 'Better tests'],
      [s.host, 'c3', 'Lunch'],
    ] as const) {
      s.run(who, 'collect', 'addCard', { id, group: `late-${id}`, prompt: 'start', text });
    }
    s.finish('collect');
    const into = s.doc.board.cards['c1' as never]!['group'];
    s.run(ann, 'group', 'placeCard', { step: 's1', card: 'c2', into });
    s.finish('group');
    for (const who of [quiet, ann]) s.run(who, 'vote', 'setVotes', { topic: into, count: 3 });
    s.finish('vote');
    s.run(ann, 'discuss', 'addComment', {
      id: 'm1',
      topic: into,
      text: 'Yes!',
      parent: null,
      mentions: [],
    });
    s.run(ann, null, 'addTask', {
      id: 't1',
      text: 'Write one',
      owner: quiet,
      due: null,
      topic: into,
    });
    s.run(s.host, null, 'editTask', { id: 't1', owner: ann });
    s.finish('discuss');
    for (const who of [quiet, ann, s.host]) s.run(who, 'wrap-up', 'setRating', { value: 4 });
    s.end();

    const { people: _, ...rest } = s.doc.board;
    expect(JSON.stringify(rest)).not.toContain(quiet);
    const outcome = s.outcome();
    expect(outcome.people.map(({ name }) => name)).toEqual(['Host', 'Ann', 'Quiet']);
    expect(outcome.phases.map(({ kind, parts }) => [kind, parts.length])).toEqual([
      ['icebreaker', 1],
      ['collect', 0],
      ['group', 0],
      ['vote', 0],
      ['discuss', 1],
      ['wrap-up', 1],
    ]);
    expect(outcome.phases.flatMap(({ parts }) => parts)).toMatchObject([
      { as: 'answers', answers: [{ text: 'A cat', by: 'Ann' }] },
      {
        as: 'topics',
        topics: [
          {
            title: expect.stringMatching(/tests/i),
            votes: 6,
            cards: [{ text: 'More tests', prompt: { de: 'Anfangen' } }, { text: 'Better tests' }],
            comments: [{ text: 'Yes!', by: 'Ann', reply: false }],
            tasks: ['t1'],
          },
          { title: 'Lunch', votes: 0 },
        ],
      },
      { as: 'scale', counts: [0, 0, 0, 3, 0], answers: 3 },
    ]);
    expect(outcome.tasks).toMatchObject([
      { id: 't1', text: 'Write one', owner: 'Ann', topic: into },
    ]);
  });

  test('goes back to grouping and on again with all votes and comments', () => {
    const s = sitting(phasesOnServer, flow);
    s.lead('collect');
    for (const id of ['c1', 'c2', 'c3']) {
      s.run(s.host, 'collect', 'addCard', {
        id,
        group: `late-${id}`,
        prompt: 'start',
        text: `Card ${id}`,
      });
    }
    s.finish('collect');
    s.finish('group');
    const groupOf = (card: string) => s.doc.board.cards[card as never]!['group'] as string;
    const [one, two] = [groupOf('c1'), groupOf('c2')];
    s.run(s.host, 'vote', 'setVotes', { topic: one, count: 3 });
    s.run(s.host, 'vote', 'setVotes', { topic: two, count: 2 });
    s.finish('vote');
    s.run(s.host, 'discuss', 'addComment', {
      id: 'm1',
      topic: one,
      text: 'About one',
      parent: null,
      mentions: [],
    });

    s.lead('group');
    expect(Object.values(s.doc.board.groups).every(({ votes }) => votes === undefined)).toBe(true);
    s.run(s.host, 'group', 'placeCard', { step: 's1', card: 'c1', into: two });
    s.finish('group');
    expect(s.phaseOf('vote').status).toBe('open');
    // The votes for the topic that is gone have come back.
    expect(s.refusal(s.host, 'vote', 'setVotes', { topic: groupOf('c3'), count: 3 })).toBeNull();
    s.finish('vote');
    expect(s.phaseOf('discuss').status).toBe('open');
    s.end();
    const topics = s
      .outcome()
      .phases.flatMap(({ parts }) => parts)
      .flatMap((part) => (part.as === 'topics' ? part.topics : []));
    expect(topics.map(({ votes, comments }) => [votes, comments.length])).toEqual([
      [3, 0],
      [2, 1],
    ]);
  });
});
