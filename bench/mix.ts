// What people do, and how often: they add cards and take some back, move cards between topics, vote
// and change their minds, comment, and now and then do what people do in every other kind of phase. Each does only what is valid whatever the others do at the same
// moment, and no meeting grows without end, so a long run measures the same as a short one.
import {
  items,
  phaseIds,
  promise,
  prompts,
  seedCard,
  sentence,
  standup,
  statements,
  story,
  topic,
  topicCount,
} from './rondo/document.ts';
import { seeded } from './seeded.ts';

/** A command as it travels: `p` the phase, `c` its name, `a` its arguments. */
export interface Command {
  readonly p: string;
  readonly c: string;
  readonly a: unknown;
}

/** In hundredths of all actions. */
const SHARES = {
  card: 15,
  move: 18,
  vote: 20,
  comment: 15,
  roomCard: 4,
  pick: 6,
  answer: 4,
  update: 3,
  rating: 4,
  choice: 3,
  order: 3,
  kudos: 3,
  verdict: 2,
} as const;
type Deed = keyof typeof SHARES;

/** As many cards and comments of this person lie on the board at most. */
const OWN_AT_ONCE = 2;
/** Of the scale that estimates have where nobody chose another. */
const values = ['1', '2', '3', '5', '8'] as const;
const VOTES = 5;
const PER_TOPIC = 3;

/** One participant, with what they need to remember in order to act validly. */
export interface Player {
  next(): Command;
}

export function createPlayer(seed: number, cards: number): Player {
  const random = seeded(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const topics = topicCount(cards);
  const perTopic = Math.floor(cards / topics);
  const own = {
    cards: [] as string[],
    comments: [] as string[],
    roomCards: [] as string[],
    kudos: [] as string[],
  };
  let isSeated = false;
  const votes = new Map<number, number>();
  let made = 0;
  const newId = (kind: string) => `${kind}-${seed}-${made++}`;

  const deeds: Record<Deed, () => Command> = {
    card: () => {
      const old = own.cards.length < OWN_AT_ONCE ? undefined : own.cards.shift();
      if (old !== undefined) return { p: phaseIds.collect, c: 'deleteCard', a: { id: old } };
      const card = newId('c');
      own.cards.push(card);
      return {
        p: phaseIds.collect,
        c: 'addCard',
        a: {
          id: card,
          group: newId('g'),
          prompt: prompts[pick(prompts.length)],
          text: sentence(made),
        },
      };
    },
    move: () => {
      // Never the first card of a topic: the topic would go with it.
      const card = pick(topics) * perTopic + 1 + pick(perTopic - 1);
      return {
        p: phaseIds.group,
        c: 'placeCard',
        a: { step: newId('s'), card: seedCard(card), into: topic(pick(topics)) },
      };
    },
    vote: () => {
      const spent = [...votes.values()].reduce((sum, count) => sum + count, 0);
      const chosen = spent < VOTES ? pick(topics) : ([...votes.keys()][0] ?? 0);
      const before = votes.get(chosen) ?? 0;
      const count = spent < VOTES && before < PER_TOPIC ? before + 1 : 0;
      if (count === 0) votes.delete(chosen);
      else votes.set(chosen, count);
      return { p: phaseIds.vote, c: 'setVotes', a: { topic: topic(chosen), count } };
    },
    comment: () => {
      const old = own.comments.length < OWN_AT_ONCE ? undefined : own.comments.shift();
      if (old !== undefined) return { p: phaseIds.discuss, c: 'deleteComment', a: { id: old } };
      const comment = newId('r');
      own.comments.push(comment);
      const a = {
        id: comment,
        topic: topic(pick(topics)),
        text: sentence(made),
        parent: null,
        mentions: [],
      };
      return { p: phaseIds.discuss, c: 'addComment', a };
    },
    roomCard: () => {
      if (!isSeated) {
        isSeated = true;
        return { p: phaseIds.breakout, c: 'joinRoom', a: { room: `room-${1 + (seed % 2)}` } };
      }
      const old = own.roomCards.length < OWN_AT_ONCE ? undefined : own.roomCards.shift();
      if (old !== undefined) return { p: phaseIds.breakout, c: 'deleteCard', a: { id: old } };
      const card = newId('b');
      own.roomCards.push(card);
      const prompt = prompts[pick(prompts.length)];
      const a = { id: card, group: newId('h'), prompt, text: sentence(made) };
      return { p: phaseIds.breakout, c: 'addCard', a };
    },
    pick: () => {
      const value = values[pick(values.length)];
      const a = { story, dimension: 'effort', round: 1, value };
      return { p: phaseIds.estimate, c: 'pick', a };
    },
    answer: () => {
      const prompt = standup[pick(standup.length)];
      return { p: phaseIds.respond, c: 'write', a: { prompt, text: sentence(made++) } };
    },
    update: () => ({ p: phaseIds.updates, c: 'writeUpdate', a: { text: sentence(made++) } }),
    rating: () => {
      const statement = statements[pick(statements.length)];
      return { p: phaseIds.rate, c: 'setAnswer', a: { statement, value: pick(5) } };
    },
    choice: () => {
      const choice = [random() < 0.5 ? 'yes' : 'no'];
      return { p: phaseIds.poll, c: 'answer', a: { asked: 0, choice, reason: '' } };
    },
    order: () => {
      const from = pick(items.length);
      const order = [...items.slice(from), ...items.slice(0, from)];
      return { p: phaseIds.rank, c: 'setOrder', a: { order } };
    },
    kudos: () => {
      const old = own.kudos.length < 1 ? undefined : own.kudos.shift();
      if (old !== undefined) return { p: phaseIds.appreciate, c: 'deleteKudos', a: { id: old } };
      const kudos = newId('k');
      own.kudos.push(kudos);
      const to = { people: [], team: true, names: [] };
      return { p: phaseIds.appreciate, c: 'giveKudos', a: { id: kudos, to, text: sentence(made) } };
    },
    verdict: () => {
      const verdict = random() < 0.5 ? 'keep' : 'done';
      return { p: phaseIds.review, c: 'setVerdict', a: { task: promise, verdict } };
    },
  };

  return {
    next() {
      let left = random() * 100;
      for (const [deed, share] of Object.entries(SHARES)) {
        left -= share;
        // The keys of SHARES are the deeds.
        if (left < 0) return deeds[deed as Deed]();
      }
      return deeds.card();
    },
  };
}
