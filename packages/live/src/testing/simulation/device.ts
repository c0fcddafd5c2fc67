import type { ClientId, ParticipantId } from '@rondo/meeting';
import type { CommandStore, NumberedCommand } from '../../client/index.ts';
import type { Chance } from '../chance.ts';
import type { Life } from './mortal.ts';

interface Stream {
  me: ParticipantId;
  holder: Life;
  commands: NumberedCommand[];
}

/** One browser's storage: it survives its tabs. */
export interface Device {
  /** How many commands it holds. */
  readonly stored: () => number;
  /** The storage as one tab sees it. `kept` hears of every command when the tab asks to keep it. */
  readonly openedBy: (
    tab: Life,
    kept: (me: ParticipantId, client: ClientId, command: NumberedCommand) => void,
  ) => CommandStore;
}

/** Takes its time, one thing after another, as a browser's database does. */
export function createDevice(chance: Chance): Device {
  const streams = new Map<ClientId, Stream>();

  return {
    stored: () => [...streams.values()].reduce((sum, { commands }) => sum + commands.length, 0),

    openedBy: (tab, kept) => {
      let free = 0;
      const later = (run: () => void): Promise<void> => {
        free = Math.max(free, tab.clock.now() + chance.below(4));
        return new Promise((resolve) => {
          tab.clock.after(free - tab.clock.now(), () => {
            run();
            resolve();
          });
        });
      };
      return {
        adopt: async (me) => {
          await later(() => undefined);
          return [...streams]
            .filter(([, stream]) => stream.me === me && stream.holder.isOver())
            .map(([client, stream]) => {
              stream.holder = tab;
              return { client, commands: [...stream.commands] };
            });
        },
        keep: (me, client, command) => {
          kept(me, client, command);
          return later(() => {
            const stream = streams.get(client) ?? { me, holder: tab, commands: [] };
            stream.commands.push(command);
            streams.set(client, stream);
          });
        },
        forget: (client, n) =>
          later(() => {
            const stream = streams.get(client);
            if (!stream) return;
            stream.commands = stream.commands.filter((command) => command.n > n);
            if (stream.commands.length === 0) streams.delete(client);
          }),
        close: () => undefined,
      };
    },
  };
}
