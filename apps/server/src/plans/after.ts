import type { App } from '../app.ts';
import { settleTeams } from './settle.ts';

type Ports = Pick<App, 'dbForAll' | 'settings' | 'post' | 'log'>;

/**
 * After a team was archived, moved out or merged: what is read-only for want of room may be open again.
 * In a transaction of its own, as it locks the organization, which comes before the locks of teams; and
 * over all its teams, of which whoever caused it may see none. What fails here is made up for by the
 * hourly look.
 */
export async function settleAfter(app: Ports, organization: string): Promise<void> {
  try {
    await app.dbForAll.transaction().execute((tx) => settleTeams(tx, app, organization));
  } catch (error) {
    app.log.warn({ err: error, organization }, 'could not settle the teams of an organization');
  }
}
