import { createLiveClient, type CommandStore, type LiveClient } from '@rondo/live/client';
import { meetingCommands } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { WebSocket } from 'ws';
import { newId } from '../../live/machine.ts';
import type { Deed } from './deeds.ts';
import { failureOf, type Failure } from './failure.ts';
import type { Seat } from './stage.ts';

/** Somebody in a meeting: the app's own live client, over a real socket. */
export interface RehearsalPerson {
  readonly seat: Seat;
  readonly client: LiveClient;
  /** Carries a deed out; resolves with its answer. */
  readonly act: (deed: Deed) => Promise<string>;
  readonly connections: () => number;
  /** Why connections could not be made, or ended. */
  readonly failures: readonly Failure[];
}

interface Way {
  readonly address: string;
  /** Of the guest's cookie for this meeting. */
  readonly cookieName: string;
  readonly patienceMs: number;
}

export function rehearsalPerson(
  seat: Seat,
  { address, cookieName, patienceMs }: Way,
): RehearsalPerson {
  let connections = 0;
  const failures: Failure[] = [];
  const client = createLiveClient({
    meeting: seat.meeting,
    registry: phases,
    store: forgetful,
    clock: {
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    chance: { random: Math.random, id: () => newId<'client'>() },
    report: (defect) => {
      throw defect;
    },
    transport: {
      connect: (on) => {
        let isOver = false;
        const web = new WebSocket(`${address.replace(/^http/, 'ws')}/live`, {
          headers: { cookie: `${cookieName}=${seat.key}` },
          handshakeTimeout: patienceMs,
        });
        web.on('open', () => {
          connections++;
          on.open();
        });
        // `close` follows.
        web.on('error', (error) => {
          if (!isOver) failures.push(failureOf(error, 'handshake', 0));
        });
        web.on('close', (code) => on.close(code));
        // Unfragmented or not, `ws` hands over one buffer per message.
        web.on('message', (data) => on.message((data as Buffer).toString()));
        return {
          send: (text) => {
            if (web.readyState === web.OPEN) web.send(text);
          },
          close: () => {
            isOver = true;
            web.terminate();
          },
        };
      },
    },
  });
  return {
    seat,
    client,
    failures,
    connections: () => connections,
    act: ({ phase, command: name, args }) => {
      const kind = phase && client.getState().view?.board.phases[phase]?.kind;
      const commands = phase === null ? meetingCommands : phases[kind ?? '']?.commands;
      const command = commands?.[name];
      if (!command) throw new Error(`there is no command ${name} any more`);
      return client.send(phase, command, args);
    },
  };
}

/** Nobody here closes a tab before the end. */
const forgetful: CommandStore = {
  adopt: async () => [],
  keep: async () => undefined,
  forget: async () => undefined,
  close: () => undefined,
};
