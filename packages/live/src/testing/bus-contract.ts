import type { MeetingId, ParticipantId } from '@rondo/meeting';
import type { Bus, Hint } from '../room/ports.ts';
import { same } from './expect.ts';

/** Two nodes on one bus, and a way to wait for what travels between them. */
export interface BusPair {
  a: Bus;
  b: Bus;
  /** Resolves when `condition` holds; rejects when it does not within a reasonable time. */
  readonly until: (condition: () => boolean) => Promise<void>;
}

export interface BusCase {
  title: string;
  run: (pair: BusPair) => Promise<void>;
}

const head = (s: number, m = 'm1'): Hint => ({ k: 'head', m: m as MeetingId, s });
const poke = (topic: string): Hint => ({ k: 'poke', topic });

function listen(bus: Bus): { heard: Hint[]; stop: () => void } {
  const heard: Hint[] = [];
  return { heard, stop: bus.subscribe((hint) => heard.push(hint)) };
}

/** What a bus without faults does. That hints may also get lost is up to whoever listens. */
export const busContract: readonly BusCase[] = [
  {
    title: 'a hint reaches the other node and not its own',
    run: async ({ a, b, until }) => {
      const [own, other] = [listen(a), listen(b)];
      a.publish(head(7));
      b.publish(poke('back'));
      await until(() => other.heard.length > 0 && own.heard.length > 0);
      same(other.heard, [head(7)], 'heard by the other');
      same(own.heard, [poke('back')], 'heard by the first');
      own.stop();
      other.stop();
    },
  },
  {
    title: 'every kind of hint arrives as it was sent',
    run: async ({ a, b, until }) => {
      const { heard, stop } = listen(b);
      const m = 'm2' as MeetingId;
      const who = 'ann' as ParticipantId;
      const sent: Hint[] = [
        { k: 'here', m, node: 'a', who, is: { at: null, typing: 'größer "quoted"' } },
        { k: 'here', m, node: 'a', who, is: null },
        { k: 'writing', m, node: 'a', places: { ['p1' as never]: ['good', 'bad'] } },
        { k: 'kick', m, who, why: 'notFound' },
        poke('team:1'),
      ];
      for (const hint of sent) a.publish(hint);
      await until(() => heard.length >= sent.length);
      same(heard, sent, 'heard');
      stop();
    },
  },
  {
    title:
      'of many hints at once, at least the highest head of each meeting and every other one arrives',
    run: async ({ a, b, until }) => {
      const { heard, stop } = listen(b);
      const pokes = Array.from({ length: 300 }, (_, each) =>
        poke(`topic ${each} ${'x'.repeat(90)}`),
      );
      for (let s = 1; s <= 500; s++) a.publish(head(s, 'm3'));
      for (const each of pokes) a.publish(each);
      await until(() => heard.filter(({ k }) => k === 'poke').length >= pokes.length);
      const heads = heard.filter((hint) => hint.k === 'head');
      same(heads.at(-1)?.s, 500, 'last head');
      same(
        heard.filter(({ k }) => k === 'poke'),
        pokes,
        'pokes',
      );
      stop();
    },
  },
  {
    title: 'who has stopped listening hears nothing more',
    run: async ({ a, b, until }) => {
      const [gone, still] = [listen(b), listen(b)];
      gone.stop();
      a.publish(poke('anybody there'));
      await until(() => still.heard.length > 0);
      same(gone.heard, [], 'heard');
      still.stop();
    },
  },
];
