import { CannotStart } from '../cannot-start.ts';
import { countAnew } from '../insight/catch-up.ts';
import { dayOf } from '../insight/weeks.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

export const metrics: Command = {
  usage: 'metrics recount',
  means: 'counts the figures of the metrics page anew, from what was noted when',
  run: async (args) => {
    if (args.length !== 1 || args[0] !== 'recount')
      throw new CannotStart(`Say what to do: rondo ${metrics.usage}`);
    const first = await withDatabase(({ db }) => countAnew(db, dayOf(Date.now())));
    console.log(first === null ? 'Nothing was noted yet.' : `Counted anew from ${first} on.`);
  },
};
