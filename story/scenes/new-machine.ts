import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Ran } from '../../apps/server/src/cli/testing/rondo.ts';
import { STOCK, stock } from '../../faults/rig/stock-nginx.ts';
import type { Play, Scene } from '../play.ts';
import { site } from '../world/nginx-settings.ts';

/** How low the stock limit has to be to break with these people as it broke with 800. */
export const scaledConnections = (people: number): number =>
  Math.round((STOCK.connections * people) / STOCK.people);

/** What a step prints when it should not fail. */
export function needed({ code, complained, said }: Ran, what: string): void {
  if (code !== 0) throw new Error(`${what} ended with ${code}:\n${said}${complained}`);
}

export const settingsFile = ({ stage: { fresh } }: Play): string => join(fresh.folder, 'rondo.env');
export const bundleFile = ({ stage: { folder } }: Play): string => join(folder, 'old.bundle');

export const newMachine: Scene = {
  name: 'the new machine',
  title: '2  A new machine. Nothing is copied by hand',
  run: async (play: Play) => {
    const { tell, crowd, people, stage, oldServer } = play;
    const { old, fresh } = stage;
    crowd.work();
    const connections = scaledConnections(people);
    tell.say(
      `nginx as Debian ships it is put up on ${fresh.address}, for Rondo, with TLS and sockets`,
    );
    tell.say(
      `worker_connections ${connections}: for ${people} people what the stock ${STOCK.connections} are for ${STOCK.people}`,
    );
    const here = { ...fresh, name: stage.name, keyPair: stage.keyPair };
    await fresh.putUpNginx({
      'nginx.conf': stock(connections),
      'site.conf': site(here, old.address),
    });

    const [bundle, file] = [bundleFile(play), settingsFile(play)];
    tell.type('rondo settings export old.bundle                       (old machine)');
    const exported = await old.rondo(oldServer.environment, ['settings', 'export', bundle]);
    needed(exported, 'settings export');
    for (const line of exported.said.split('\n').slice(1, 3)) tell.screen(line.trim());

    tell.type('rondo settings import old.bundle --write rondo.env     (new machine)');
    const imported = await fresh.rondo(fresh.own, ['settings', 'import', bundle, '--write', file]);
    needed(imported, 'settings import');

    tell.type('rondo settings diff old.bundle --settings rondo.env');
    const compared = await fresh.rondo({}, ['settings', 'diff', bundle, '--settings', file]);
    needed(compared, 'settings diff');
    tell.screen('nothing differs but what belongs to a machine: port, folder');

    await fresh.startServer(parseEnv(readFileSync(file, 'utf8')) as Record<string, string>);
    tell.say('the new server runs, under the final name, and nobody comes yet');
  },
};
