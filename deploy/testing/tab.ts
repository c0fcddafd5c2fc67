import { createLiveClient, type CommandStore, type LiveClient } from '@rondo/live/client';
import type { MeetingId } from '@rondo/meeting';
import { phases } from '@rondo/phases/domain';
import { WebSocket } from 'ws';
import { machineChance } from '../../apps/server/src/live/machine.ts';

/** A tab of somebody's browser, as far as the network can tell. */
export interface Tab {
  readonly client: LiveClient;
  /** How many connections it has had. */
  readonly connections: () => number;
}

/** The app's own live client over a real socket, through whatever stands at `url`. */
export function openTab(url: string, cookie: string, meeting: string): Tab {
  let connections = 0;
  const client = createLiveClient({
    // As the API has answered.
    meeting: meeting as MeetingId,
    registry: phases,
    store: forgetful,
    clock: {
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    chance: { random: Math.random, id: () => machineChance.id<'client'>() },
    report: (defect) => {
      throw defect;
    },
    transport: {
      connect: (on) => {
        const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, {
          headers: { cookie },
          origin: url,
          // Signed by itself, made a moment ago.
          rejectUnauthorized: false,
        });
        socket.on('open', () => {
          connections++;
          on.open();
        });
        socket.on('error', () => undefined);
        socket.on('close', (code) => on.close(code));
        socket.on('message', (data: Buffer) => on.message(data.toString()));
        return {
          send: (text) => {
            if (socket.readyState === socket.OPEN) socket.send(text);
          },
          close: () => socket.terminate(),
        };
      },
    },
  });
  return { client, connections: () => connections };
}

/** Tabs of a test are never closed before their work is done. */
const forgetful: CommandStore = {
  adopt: async () => [],
  keep: async () => undefined,
  forget: async () => undefined,
  close: () => undefined,
};
