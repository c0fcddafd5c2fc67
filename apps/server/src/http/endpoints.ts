import { implement } from '@orpc/server';
import { contract } from '@rondo/contract';
import type { Context } from './context.ts';
import { problem } from './problem.ts';

/**
 * The contract, to be implemented: `open.server.info.handler(({ context, input }) => …)`. A feature
 * exports its part as `open.teams.router({ … })`; `http/router.ts` puts the parts together.
 */
export const open = implement(contract).$context<Context>();

/**
 * The same for people who are signed in: adds `context.user`, else answers `signed-out`. Their
 * `context.app.db` sees the rows of their own organizations and teams alone.
 */
export const signedIn = open.use(async ({ context, next }) => {
  const session = await context.session();
  if (!session) throw problem('signed-out');
  const { user } = session;
  const { app } = context;
  return next({ context: { user, app: { ...app, db: app.dbOf(user.id) } } });
});
