// The book of which action has reached whom, as receipts.c and sequence.c keep it.
export interface Due {
  /** Microseconds after the start of the run. */
  readonly due: number;
  readonly client: number;
  readonly command: number;
  readonly text: string;
}

export interface Seat {
  readonly meeting: number;
  readonly seat: number;
  readonly index: number;
  lastEntry: number;
}

export interface Receipts {
  readonly start: (at: number) => void;
  readonly take: (reader: Seat, text: string, at: number) => void;
  readonly isComplete: () => boolean;
  readonly totals: () => Record<string, number>;
}

const quantile = (sorted: readonly number[], q: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0);

/** @param at times of receipt, in ms, as are the ones of `start` and `take` */
export function receiptsOf(
  actions: readonly Due[],
  firstNumber: number,
  seats: readonly Seat[],
  people: number,
  bySequence: boolean,
): Receipts {
  const readers = actions.map(() => new Set<number>());
  const unanswered = new Map<number, number[]>();
  actions.forEach(({ client }, i) =>
    unanswered.set(client, [...(unanswered.get(client) ?? []), i]),
  );
  const entries = new Map<string, { actions: number[]; at: Map<Seat, number> }>();
  const perReceipt: number[] = [];
  const lastReceipt: number[] = [];
  let [startedAt, complete, doubled, missed, refused] = [0, 0, 0, 0, 0];

  const arrived = (reader: Seat, i: number, at: number) => {
    const action = actions[i];
    const got = readers[i];
    if (!action || !got || seats[action.client]?.meeting !== reader.meeting) return;
    if (got.has(reader.seat)) {
      doubled++;
      return;
    }
    const us = Math.max(0, (at - startedAt) * 1_000 - action.due);
    perReceipt.push(us);
    if (got.add(reader.seat).size < people) return;
    complete++;
    lastReceipt.push(us);
  };

  const takeEntry = (reader: Seat, text: string, at: number) => {
    const s = Number(/^\{"t":"(?:p|view)","s":(\d+)/.exec(text)?.[1] ?? 0);
    if (s === 0) return;
    if (reader.lastEntry > 0 && s <= reader.lastEntry) doubled++;
    if (reader.lastEntry > 0 && s > reader.lastEntry + 1) missed += s - reader.lastEntry - 1;
    reader.lastEntry = s;
    const key = `${reader.meeting} ${s}`;
    const entry = entries.get(key) ?? { actions: [], at: new Map<Seat, number>() };
    entries.set(key, entry);
    entry.at.set(reader, at);
    for (const i of entry.actions) arrived(reader, i, at);
    const [, n, no = ''] = /,"n":(\d+)(?:,"no":(\{.*\}))?\}$/.exec(text) ?? [];
    if (n === undefined) return;
    for (const i of answered(reader.index, Number(n))) {
      if (no.includes(`"${actions[i]?.command}":`)) refused++;
      entry.actions.push(i);
      for (const [seat, when] of entry.at) arrived(seat, i, when);
    }
  };

  /** Takes the actions of a client up to its command n from those without an answer. */
  const answered = (client: number, n: number): number[] => {
    const open = unanswered.get(client) ?? [];
    const end = open.findIndex((i) => (actions[i]?.command ?? 0) > n);
    return open.splice(0, end < 0 ? open.length : end);
  };

  return {
    start: (at) => {
      startedAt = at;
    },
    take(reader, text, at) {
      if (bySequence) takeEntry(reader, text, at);
      else
        for (const [, number] of text.matchAll(/~(\d+)~/g))
          arrived(reader, Number(number) - firstNumber, at);
    },
    isComplete: () => complete === actions.length,
    totals() {
      const all = perReceipt.toSorted((a, b) => a - b);
      const last = lastReceipt.toSorted((a, b) => a - b);
      return {
        expected: actions.length * people,
        received: all.length,
        complete,
        doubled,
        missed,
        refused,
        p50Us: quantile(all, 0.5),
        p95Us: quantile(all, 0.95),
        p99Us: quantile(all, 0.99),
        maxUs: Math.round(all.at(-1) ?? 0),
        lastP50Us: quantile(last, 0.5),
        lastP99Us: quantile(last, 0.99),
      };
    },
  };
}
