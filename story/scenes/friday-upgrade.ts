import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeRelease } from '../../apps/server/src/operations/upgrade/testing/release-files.ts';
import { version } from '../../apps/server/src/version.ts';
import type { Play, Scene } from '../play.ts';
import { openConnections } from '../world/sockets.ts';
import { needed, settingsFile } from './new-machine.ts';

/** People go on for a while before and after, ms. */
const AROUND_MS = 2_000;

export const fridayUpgrade: Scene = {
  name: 'the upgrade',
  title: '5  Friday afternoon. An upgrade',
  run: async (play: Play) => {
    const { stage, tell, crowd, isAsItWas } = play;
    const { old, fresh } = stage;
    crowd.work();
    const folder = join(stage.folder, 'next-release');
    mkdirSync(folder);
    writeRelease(folder, {
      version: nextOf(version),
      files: {
        'src/database/migrations/expand/9000_next.sql': 'create table next_release (id bigint);',
      },
    });
    await pause(AROUND_MS);
    // The doctor would not let it begin: it looks at the limits of nginx before every upgrade too.
    const blindly = isAsItWas ? ['--skip-doctor'] : [];
    const args = ['upgrade', '--from', folder, ...blindly, '--settings', settingsFile(play)];
    for (let tries = 1; ; tries++) {
      tell.type(['rondo upgrade --from next-release', ...blindly].join(' '));
      const typed = await fresh.rondo({}, args, tell.screen);
      if (typed.code === 0) break;
      // The doctor has refused before anything was begun, on a machine that has too much to do.
      if (tries === MOST_TRIES || !typed.complained.includes('Nothing was changed.'))
        needed(typed, 'upgrade');
      tell.say(`${/^FAIL .*$/m.exec(typed.complained)?.[0] ?? 'not now'}; once more`);
    }
    await pause(AROUND_MS);
    const left = openConnections(old);
    if (left > 0) return tell.say(`the old machine stays on: ${left} connections go over it`);
    await old.nginx().stop();
    tell.say('everybody came anew, and straight here: the old machine is switched off');
  },
};

const MOST_TRIES = 4;

/** Such as 0.3.0 after 0.2.0. */
function nextOf(release: string): string {
  const [major, minor = '0'] = release.split('.');
  return `${major}.${Number(minor) + 1}.0`;
}
