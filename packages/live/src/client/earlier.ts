import type { MeetingId, ParticipantId } from '@rondo/meeting';
import { drain } from './drain.ts';
import type { LinkPorts } from './link.ts';
import type { CommandStore } from './ports.ts';
import { createStream, type CommandStream, type Settled, type Unanswered } from './stream.ts';

/** A device that does not say within so long, ms, what it kept will not say. */
const PATIENCE = 3_000;

export interface EarlierPorts extends LinkPorts {
  readonly meeting: MeetingId;
  readonly store: CommandStore;
  readonly report: (defect: unknown) => void;
}

export interface EarlierEvents {
  /** The entry this visit stands at. */
  readonly since: () => number;
  readonly settled: (settled: readonly Settled[], s: number) => void;
  /** What is left has changed. */
  readonly changed: () => void;
}

/** What this person's earlier visits left unanswered: it goes first, so that no order is turned around. */
export interface Earlier {
  /** Once it is known who this is, and what the meeting looks like. */
  readonly start: (me: ParticipantId) => void;
  readonly unanswered: () => readonly Unanswered[];
  /** Nothing is left: this visit's own commands may go. */
  readonly isDone: () => boolean;
  readonly close: () => void;
}

export function createEarlier(ports: EarlierPorts, on: EarlierEvents): Earlier {
  let streams: readonly CommandStream[] = [];
  let state: 'new' | 'asking' | 'draining' | 'done' = 'new';
  let stop = (): void => undefined;

  function proceed(): void {
    const [first] = streams;
    state = first ? 'draining' : 'done';
    if (first) {
      stop = drain(first, ports.meeting, on.since, ports, {
        settled: (settled, s) => {
          on.settled(settled, s);
          on.changed();
        },
        done: () => {
          streams = streams.slice(1);
          proceed();
        },
      });
    }
    on.changed();
  }

  return {
    start: (me) => {
      if (state !== 'new') return;
      state = 'asking';
      const cancel = ports.clock.after(PATIENCE, () => {
        if (state === 'asking') proceed();
      });
      ports.store
        .adopt(me)
        .then((stored) => {
          cancel();
          if (state !== 'asking') return;
          streams = stored
            .filter(({ commands }) => commands.length > 0)
            .map((each) => createStream(each.client, each.commands));
          proceed();
        })
        .catch((defect: unknown) => {
          ports.report(defect);
          if (state === 'asking') proceed();
        });
    },
    unanswered: () => streams.flatMap((stream) => stream.unanswered()),
    isDone: () => state === 'done',
    close: () => {
      state = 'done';
      streams = [];
      stop();
    },
  };
}
