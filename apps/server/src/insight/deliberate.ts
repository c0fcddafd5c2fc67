import type { Context } from '../http/context.ts';
import type { Place } from './acts.ts';

/** Endpoints that change something, and yet are no deliberate act for a team: looking, and one's own device. */
const LOOKING: ReadonlySet<string> = new Set([
  'POST /views',
  'POST /server/claim',
  'POST /me/sign-up',
  'POST /me/enter',
  'PATCH /me',
  'POST /me/calendar',
  'DELETE /me/calendar',
  'POST /invitations/look',
  'POST /meetings/{meeting}/guests',
  'POST /teams/{team}/series/preview',
  'POST /activities/check',
  'POST /activities/read',
  'PUT /activities/{activity}/favourite',
  'POST /outbox/{mail}/retry',
  'POST /operations/doctor',
]);

/** What people do with their own notifications, settings and exports is looking as well. */
const OWN = /^\/(me|account|notifications)(\/|$)|\/(preview|read|seen)$/;

/** Whether who uses this endpoint was active: looking is not. */
export const isDeliberate = (method: string, path: string): boolean =>
  method !== 'GET' && method !== 'HEAD' && !LOOKING.has(`${method} ${path}`) && !OWN.test(path);

const PLACES = ['organization', 'team', 'meeting', 'series', 'task'] as const;

/** Notes that whoever is signed in did something. What was done is done, whether or not that succeeds. */
export async function noteAct({ app, session, log }: Context, input: unknown): Promise<void> {
  try {
    const who = await session();
    if (who) app.insight.acts.acted(who.user.id, placeIn(input));
  } catch (error) {
    log.warn({ err: error }, 'an act is not counted');
  }
}

/** The ids in a request that lead to an organization. It was checked before: they are this person's. */
function placeIn(input: unknown): Place {
  const place: Place = {};
  if (typeof input !== 'object' || input === null) return place;
  for (const name of PLACES) {
    // The check above leaves an object of whatever was sent.
    const value = (input as Record<string, unknown>)[name];
    if (typeof value === 'string') place[name] = value;
  }
  return place;
}
