import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scene } from '../play.ts';
import { ledOn } from '../world/nginx-settings.ts';
import { openConnections } from '../world/sockets.ts';

/** People go on for a while before and after, ms. */
const AROUND_MS = 3_000;

export const theSwitch: Scene = {
  name: 'the switch',
  title: '4  The switch. In the midst of every meeting',
  run: async ({ stage, tell, crowd, book, oldServer }) => {
    const { old, fresh, dns, name, keyPair } = stage;
    crowd.work();
    crowd.goOn();
    await pause(AROUND_MS);
    await old
      .nginx()
      .change(
        ledOn(readFileSync(old.nginx().file, 'utf8'), { ...old, name, keyPair }, fresh.address),
      );
    tell.say('the nginx of the old machine leads on to the new one; who is connected stays');
    tell.type('systemctl stop rondo                                   (old machine)');
    const code = await oldServer.stop();
    if (code !== 0) throw new Error(`The old server ended with ${code}:\n${oldServer.said()}`);
    tell.say(
      `the old server has sent its people on and ended; ${book.now.moved} connections moved`,
    );
    dns.move(fresh.address);
    tell.say(
      `DNS: ${name} leads to ${dns.leadsTo()}; ${openConnections(old)} connections still go over the old machine`,
    );
    await pause(AROUND_MS);
  },
};
