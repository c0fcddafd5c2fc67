// The meetings that are played: a retrospective in full swing, in which people write afterthoughts,
// group, vote and discuss at once, and beside it every other kind of phase, all open together: so
// every size of work has the same mix of actions, and no type of meeting is left out.
import {
  applyPatch,
  createMeeting,
  orders,
  runOnServer,
  steering,
  type Board,
  type CardId,
  type Doc,
  type GroupId,
  type Id,
  type ParticipantId,
  type Person,
  type PhaseId,
  type PlannedPhase,
  type World,
} from '@rondo/meeting';
import { phases as registry } from '@rondo/phases/domain';
import { seeded } from '../seeded.ts';

/** Any string of this shape is an id; the brand only tells kinds apart. */
const id = <B extends string>(text: string) => text as Id<B>;

export const participantId = (seat: number): ParticipantId => id(`p${seat}`);
export const seedCard = (index: number): CardId => id(`card${index}`);
export const topic = (index: number): GroupId => id(`topic${index}`);

export const phaseIds = {
  collect: id<'phase'>('collect-1'),
  group: id<'phase'>('group-2'),
  vote: id<'phase'>('vote-3'),
  discuss: id<'phase'>('discuss-4'),
  breakout: id<'phase'>('breakout-5'),
  estimate: id<'phase'>('estimate-6'),
  respond: id<'phase'>('respond-7'),
  updates: id<'phase'>('updates-8'),
  rate: id<'phase'>('rate-9'),
  poll: id<'phase'>('poll-10'),
  rank: id<'phase'>('rank-11'),
  appreciate: id<'phase'>('appreciate-12'),
  review: id<'phase'>('review-13'),
} satisfies Record<string, PhaseId>;

export const prompts = ['keep', 'change', 'start'] as const;

/** The first card of each topic stays where it is, so that no topic vanishes while people move the others. */
const CARDS_PER_TOPIC = 5;
export const topicCount = (cards: number) => Math.ceil(cards / CARDS_PER_TOPIC);

const sentences = [
  'We shipped the new search on time and nobody had to work late for it.',
  'The build takes twenty minutes, so I start something else and lose the thread.',
  'Pairing on the migration was fun and I finally understand the importer.',
  'Too many meetings on Tuesday; not one hour in a row to think.',
  'Let us ask two customers before we build the next big thing.',
] as const;

/** What somebody wrote; the number makes it differ from others. */
export const sentence = (number: number) =>
  `${sentences[number % sentences.length] ?? ''} (${number})`;

export const story = id<'story'>('story');
export const statements = ['safe', 'focus', 'fun'] as const;
export const items = ['one', 'two', 'three', 'four', 'five'] as const;
export const promise = 'promise';
/** What everybody answers in a standup. */
export const standup = ['done', 'next'] as const;

const prompted = (ids: readonly string[]) =>
  ids.map((each) => ({ id: each, title: each, hue: 'moss' }));

/** Phases besides those of the retrospective, in the order of their ids. */
const others: readonly PlannedPhase[] = [
  { kind: 'breakout', settings: { prompts: prompted(prompts) } },
  { kind: 'estimate' },
  { kind: 'respond', settings: { prompts: prompted(standup), visible: 'at-once' } },
  { kind: 'updates' },
  { kind: 'rate', settings: { statements: statements.map((each) => ({ id: each, text: each })) } },
  { kind: 'poll' },
  { kind: 'rank', settings: { items: items.map((each) => ({ id: each, title: each })) } },
  { kind: 'appreciate' },
  { kind: 'review' },
];

/** In full swing: people group, vote and discuss, and may still add cards. */
export function playedMeeting(people: number, cards: number): Doc {
  const world = worldOf(cards + people);
  const doc = writingMeeting(people);
  const { board } = doc;
  layCards(board, cards);
  const retro = [phaseIds.collect, phaseIds.group, phaseIds.vote, phaseIds.discuss];
  for (const phase of [...retro, phaseIds.breakout])
    steering(doc, registry, null, world).lead(phase);
  // What leading closed behind itself is open again, without what reopening does to votes and cards;
  // the rest needs nothing that opening does.
  for (const phase of Object.values(phaseIds)) {
    const open = board.phases[phase];
    if (open && phase !== phaseIds.collect) Object.assign(open, { status: 'open', begun: true });
  }
  board.at = phaseIds.discuss;
  addStory(doc, world);
  board.sealed = false;
  return doc;
}

/** The one that is estimated. */
function addStory(doc: Doc, world: World): void {
  const words = { title: sentence(0), link: null, description: '', acceptance: '', task: null };
  const request = {
    phase: phaseIds.estimate,
    name: 'addStories',
    args: { stories: [{ id: story, ...words }] },
  };
  applyPatch(doc, runOnServer(doc, participantId(0), request, registry, world));
}

/** Just begun: the first phase is open, and people write. */
export function writingMeeting(people: number): Doc {
  const columns = prompted(prompts);
  const doc = createMeeting(
    {
      id: id<'meeting'>('bench'),
      name: 'Retrospective',
      activity: { id: 'start-stop-continue', name: 'Start Stop Continue' },
      guests: 'yes',
      flow: [
        { kind: 'collect', settings: { prompts: columns } },
        { kind: 'group' },
        { kind: 'vote' },
        { kind: 'discuss' },
        ...others,
      ],
      brought: {
        tasks: [
          {
            id: promise,
            text: sentence(1),
            owner: null,
            ownerName: null,
            due: null,
            meeting: 'Last time',
            since: 0,
          },
        ],
        agenda: [],
      },
      host: { id: participantId(0), person: personOf(0) },
    },
    registry,
    worldOf(people),
  );
  for (let seat = 1; seat < people; seat++) doc.board.people[participantId(seat)] = personOf(seat);
  return doc;
}

const personOf = (seat: number): Person => ({
  name: `Person ${seat}`,
  role: 'guest',
  lead: false,
  state: 'in',
});

function worldOf(seed: number): World {
  const random = seeded(seed);
  return {
    now: Date.now(),
    random,
    id: () => id(`seed${Math.floor(random() * 1e9)}`),
    present: new Set(),
  };
}

function layCards(board: Board, cards: number): void {
  const places = orders(topicCount(cards));
  for (let index = 0; index < cards; index++) {
    const group = topic(Math.floor(index / CARDS_PER_TOPIC));
    const order = places[Math.floor(index / CARDS_PER_TOPIC)] ?? '';
    const inTopic = (board.groups[group] ??= { title: null, cards: [], order });
    inTopic.cards = [...inTopic.cards, seedCard(index)];
    const prompt = prompts[index % prompts.length] ?? 'keep';
    board.cards[seedCard(index)] = {
      text: sentence(index),
      phase: phaseIds.collect,
      prompt,
      group,
    };
  }
}
