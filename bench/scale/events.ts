// Virtual time: what happens when, in order; and things that do one piece of work after the other.

export interface Timeline {
  /** ms since the beginning. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => void;
  /** Runs everything that happens until then. */
  readonly runUntil: (ms: number) => void;
}

interface Event {
  readonly at: number;
  /** Of two at the same moment the one that was planned first comes first. */
  readonly order: number;
  readonly run: () => void;
}

/** A binary heap: the earliest event is on top. */
export function createTimeline(): Timeline {
  const heap: Event[] = [];
  let now = 0;
  let order = 0;
  const isBefore = (a: Event, b: Event): boolean =>
    a.at < b.at || (a.at === b.at && a.order < b.order);
  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a && b) [heap[i], heap[j]] = [b, a];
  };
  const rise = (index: number): void => {
    for (let i = index; i > 0;) {
      const parent = (i - 1) >> 1;
      const [a, b] = [heap[i], heap[parent]];
      if (!a || !b || !isBefore(a, b)) return;
      swap(i, parent);
      i = parent;
    }
  };
  const sink = (): void => {
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        const [a, b] = [heap[child], heap[least]];
        if (a && b && isBefore(a, b)) least = child;
      }
      if (least === i) return;
      swap(i, least);
      i = least;
    }
  };
  const take = (): Event | undefined => {
    const [first] = heap;
    const last = heap.pop();
    if (first && last && first !== last) {
      heap[0] = last;
      sink();
    }
    return first;
  };
  return {
    now: () => now,
    after: (ms, run) => {
      heap.push({ at: now + ms, order: order++, run });
      rise(heap.length - 1);
    },
    runUntil: (ms) => {
      for (let next = heap[0]; next && next.at <= ms; next = heap[0]) {
        take();
        now = next.at;
        next.run();
      }
      now = ms;
    },
  };
}

/** Something with cores that works off what it is given, first come first served. */
export interface Worker {
  /** @param us of CPU */
  readonly work: (us: number, done: () => void) => void;
  /** Nothing is begun before this moment, ms: it is down. */
  readonly pauseUntil: (ms: number) => void;
  /** The share of its cores that was busy since the last time it was asked. */
  readonly busy: () => number;
}

export function createWorker(timeline: Timeline, cores: number): Worker {
  const freeAt = Array.from({ length: cores }, () => 0);
  let used = 0;
  let since = timeline.now();
  return {
    work: (us, done) => {
      const earliest = freeAt.indexOf(Math.min(...freeAt));
      const start = Math.max(timeline.now(), freeAt[earliest] ?? 0);
      const end = start + us / 1_000;
      freeAt[earliest] = end;
      used += us / 1_000;
      timeline.after(end - timeline.now(), done);
    },
    pauseUntil: (ms) => freeAt.forEach((at, i) => (freeAt[i] = Math.max(at, ms))),
    busy: () => {
      const share = used / cores / Math.max(1, timeline.now() - since);
      used = 0;
      since = timeline.now();
      return share;
    },
  };
}
