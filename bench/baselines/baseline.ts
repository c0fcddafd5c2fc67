// The baselines as systems to measure; what each of them is stands in server.ts.
import { join } from 'node:path';
import type { Database } from '../database.ts';
import { freePort } from '../free-port.ts';
import { startServer } from '../server-process.ts';
import { actors, crowdOf, type System, type SystemName } from '../system.ts';

const kinds = { raw: 'raw', 'group commit': 'group', coalesced: 'coalesced' } as const;

/** As long as a patch of Rondo's that adds a card. */
const words = 'We shipped on time and nobody had to work late, let us keep it that way.';

export function baseline(name: Exclude<SystemName, 'rondo'>, database: Database): System {
  return {
    name,
    async start({ meetings, people, cards }) {
      const port = await freePort();
      const command = [
        process.execPath,
        join(import.meta.dirname, 'server.ts'),
        kinds[name],
        String(port),
        String(cards),
      ];
      if (name !== 'raw') {
        await database.create('baseline');
        command.push(database.url('baseline'));
      }
      const start = () => startServer(command, { ready: /listening/ });
      let server = await start();
      const crowd = crowdOf(meetings, people, (meeting) => ({ path: `/?meeting=${meeting}` }));
      const next = actors(crowd, 1);
      return {
        port,
        get pid() {
          return server.pid;
        },
        join: () => crowd,
        marks: { by: 'marker', ready: '"t":"view"', refused: '"t":"refused"' },
        script(first, count) {
          return Array.from({ length: count }, (_, i) => {
            const { meeting, seat, client } = next();
            const patch = {
              t: 'p',
              s: first + i,
              by: `person-${seat}`,
              ops: [
                [
                  `cards/${meeting}-${first + i}`,
                  { text: `~${first + i}~ ${words}`, column: 'keep', at: first + i },
                ],
              ],
            };
            return { client, text: JSON.stringify(patch) };
          });
        },
        async killAndRestart() {
          await server.kill('SIGKILL');
          server = await start();
        },
        stop: () => server.kill('SIGTERM'),
      };
    },
  };
}
