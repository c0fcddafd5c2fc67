import type { Doc, Id, MeetingId, Outcome, Patch } from '@rondo/meeting';
import { testWorld } from '@rondo/meeting/testing';
import type { Log, NewEntry } from '../room/ports.ts';
import { same } from './expect.ts';
import { ANN, smallMeeting } from './small-kind.ts';

/** What every log has to do. Each case gets a log that may be shared with others: meetings are its own. */
export interface LogCase {
  title: string;
  run: (log: Log) => Promise<void>;
}

let made = 0;

/** A name that no other case has, in this process and beside others. */
const newMeeting = (): MeetingId => `m${testWorld(++made).id<'meeting'>()}` as MeetingId;

async function started(log: Log): Promise<MeetingId> {
  const meeting = newMeeting();
  await log.create(meeting, smallMeeting(meeting));
  return meeting;
}

/** An entry that writes `text` into Ann's hand and onto the board. */
function entryOf(meeting: MeetingId, seq: number, text: string): NewEntry {
  const patch: Patch = {
    board: [[['name'], text]],
    hands: { [ANN]: [[['phases', 'secret'], { text }]] },
    ledger: [],
  };
  return { meeting, seq, body: JSON.stringify(patch) };
}

const outcome = { format: 1, name: 'Retro' } as Outcome;

async function burnt(log: Log): Promise<MeetingId> {
  const meeting = await started(log);
  await log.append([entryOf(meeting, 1, 'one')]);
  const final: Doc = { board: smallMeeting(meeting).board, hands: {}, ledger: { executed: {} } };
  final.board.status = 'ended';
  same(await log.finish(entryOf(meeting, 2, 'last'), final, outcome), true, 'finish');
  return meeting;
}

export const logContract: readonly LogCase[] = [
  {
    title: 'a new meeting is loaded as it was created, at entry 0',
    run: async (log) => {
      const meeting = newMeeting();
      const doc = smallMeeting(meeting);
      await log.create(meeting, doc);
      same(await log.load(meeting), { seq: 0, doc }, 'loaded');
      same(await log.tail(meeting, 0), [], 'tail');
    },
  },
  {
    title: 'what does not exist is not there, and cannot be written to',
    run: async (log) => {
      const meeting = newMeeting();
      same(await log.load(meeting), null, 'loaded');
      same(await log.tail(meeting, 0), null, 'tail');
      same([...(await log.heads([meeting]))], [], 'heads');
      same(await log.append([entryOf(meeting, 1, 'one')]), [false], 'append');
      await log.snapshot(meeting, 1, smallMeeting(meeting));
      same(await log.load(meeting), null, 'after a snapshot');
    },
  },
  {
    title: '[R1] an entry is accepted on top of the one before it, and nowhere else',
    run: async (log) => {
      const meeting = await started(log);
      same(await log.append([entryOf(meeting, 2, 'early')]), [false], 'too early');
      same(await log.append([entryOf(meeting, 1, 'one')]), [true], 'on top');
      same(await log.append([entryOf(meeting, 1, 'again')]), [false], 'too late');
      same(await log.tail(meeting, 0), [bare(entryOf(meeting, 1, 'one'))], 'tail');
      same([...(await log.heads([meeting]))], [[meeting, 1]], 'head');
    },
  },
  {
    title: '[R1] of many who append the same entry at once exactly one succeeds',
    run: async (log) => {
      const meeting = await started(log);
      const tries = Array.from({ length: 12 }, (_, each) => entryOf(meeting, 1, `try ${each}`));
      const results = await Promise.all(tries.map((entry) => log.append([entry])));
      same(results.filter(([accepted]) => accepted).length, 1, 'accepted');
      const winner = tries[results.findIndex(([accepted]) => accepted)];
      same(await log.tail(meeting, 0), winner && [bare(winner)], 'tail');
    },
  },
  {
    title: '[R2] a refused entry leaves nothing behind, and the others of its statement are stored',
    run: async (log) => {
      const [a, b, c] = [await started(log), await started(log), await started(log)];
      const batch = [entryOf(a, 1, 'a'), entryOf(b, 7, 'b'), entryOf(c, 1, 'c')];
      same(await log.append(batch), [true, false, true], 'accepted');
      same((await log.tail(b, 0))?.length, 0, 'nothing of b');
      same(
        [(await log.tail(a, 0))?.length, (await log.tail(c, 0))?.length],
        [1, 1],
        'all of a and c',
      );
    },
  },
  {
    title: '[R2] writers of the same meetings in opposite orders neither block nor split an entry',
    run: async (log) => {
      const meetings: MeetingId[] = [];
      for (let each = 0; each < 8; each++) meetings.push(await started(log));
      const back = [...meetings].reverse();
      for (let seq = 1; seq <= 15; seq++) {
        const batch = (who: string, order: readonly MeetingId[]): NewEntry[] =>
          order.map((meeting) => entryOf(meeting, seq, `${who} ${seq}`));
        const [forth, reversed] = await Promise.all([
          log.append(batch('forth', meetings)),
          log.append(batch('back', back)),
        ]);
        reversed.reverse();
        const winners = forth.map((accepted, at) => Number(accepted) + Number(reversed[at]));
        same(
          winners,
          meetings.map(() => 1),
          `winners of entry ${seq}`,
        );
      }
    },
  },
  {
    title: 'a body comes back byte by byte, whatever people wrote',
    run: async (log) => {
      const meeting = await started(log);
      const text = 'a\u0000b \ud800 "quoted" \\back\\ {brace},NULL \u2028 größer 👩‍💻\n\t\'';
      const entry = entryOf(meeting, 1, text);
      await log.append([entry]);
      same((await log.tail(meeting, 0))?.[0]?.body === entry.body, true, 'the same bytes');
    },
  },
  {
    title: '[R11] loading applies the entries behind the snapshot, with and without one',
    run: async (log) => {
      const meeting = await started(log);
      for (let seq = 1; seq <= 5; seq++) await log.append([entryOf(meeting, seq, `text ${seq}`)]);
      const without = await log.load(meeting);
      same([without?.seq, without?.doc.board.name], [5, 'text 5'], 'from the beginning');
      const third = smallMeeting(meeting);
      third.board.name = 'from the snapshot';
      await log.snapshot(meeting, 5, third);
      same((await log.load(meeting))?.doc, third, 'from the snapshot');
      await log.append([entryOf(meeting, 6, 'text 6')]);
      same((await log.load(meeting))?.doc.board.name, 'text 6', 'and one more');
    },
  },
  {
    title: '[R11] a late snapshot never replaces a newer one',
    run: async (log) => {
      const meeting = await started(log);
      for (let seq = 1; seq <= 4; seq++) await log.append([entryOf(meeting, seq, `text ${seq}`)]);
      const doc = smallMeeting(meeting);
      await log.snapshot(meeting, 4, { ...doc, board: { ...doc.board, name: 'newer' } });
      await log.snapshot(meeting, 2, { ...doc, board: { ...doc.board, name: 'older' } });
      same((await log.load(meeting))?.doc.board.name, 'newer', 'name');
    },
  },
  {
    title: '[R12] the end leaves the final board, and no entry',
    run: async (log) => {
      const meeting = await burnt(log);
      const loaded = await log.load(meeting);
      same([loaded?.seq, loaded?.doc.board.status], [2, 'ended'], 'what is left');
      same([loaded?.doc.hands, loaded?.doc.ledger], [{}, { executed: {} }], 'hands and ledger');
      same(await log.tail(meeting, 0), null, 'the tail from the beginning');
      same(await log.tail(meeting, 1), null, 'the last entry');
      same(await log.tail(meeting, 2), [], 'the tail from the end');
      same([...(await log.heads([meeting]))], [[meeting, 2]], 'head');
    },
  },
  {
    title: '[R12] an end that finds another head changes nothing',
    run: async (log) => {
      const meeting = await started(log);
      await log.append([entryOf(meeting, 1, 'one')]);
      const final: Doc = {
        board: smallMeeting(meeting).board,
        hands: {},
        ledger: { executed: {} },
      };
      same(await log.finish(entryOf(meeting, 1, 'late'), final, outcome), false, 'finish');
      same((await log.tail(meeting, 0))?.length, 1, 'tail');
      same((await log.load(meeting))?.doc.board.name, 'one', 'name');
    },
  },
  {
    title: '[R12] a snapshot that was under way does not bring hands back',
    run: async (log) => {
      const meeting = await burnt(log);
      const doc = smallMeeting(meeting);
      doc.hands[ANN] = { phases: { ['secret' as Id<'phase'>]: { text: 'mine' } } };
      await log.snapshot(meeting, 1, doc);
      same((await log.load(meeting))?.doc.hands, {}, 'hands');
    },
  },
  {
    title: 'a meeting that is opened again goes on from the stored board',
    run: async (log) => {
      const meeting = await burnt(log);
      same(await log.reopen(entryOf(meeting, 2, 'late')), false, 'on another head');
      same(await log.reopen(entryOf(meeting, 3, 'again')), true, 'on top');
      same(await log.append([entryOf(meeting, 4, 'on')]), [true], 'and on');
      same((await log.load(meeting))?.doc.board.name, 'on', 'name');
      same((await log.tail(meeting, 2))?.length, 2, 'tail');
    },
  },
];

const bare = ({ seq, body }: NewEntry): { seq: number; body: string } => ({ seq, body });
