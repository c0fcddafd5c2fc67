import type { MeetingId } from '@rondo/meeting';
import { needSeen } from '../database/seen.ts';
import type { Context } from '../http/context.ts';
import { open, signedIn } from '../http/endpoints.ts';
import type { Limit } from '../http/limits.ts';
import { credentialsOf, giveGuestCookie } from './credentials.ts';
import { enterAsGuest, lookThroughDoor } from './door.ts';
import type { Credentials } from './identity.ts';
import { listMeetings, removeMeeting } from './list.ts';
import { startMeeting } from './start.ts';

const STARTS: Limit = { name: 'start-meeting', most: 60, seconds: 3_600 };
const GUESTS: Limit = { name: 'guest', most: 600, seconds: 3_600 };

/** Who asks, as far as this meeting is concerned. */
export const askerOf = async (context: Context, meeting: MeetingId): Promise<Credentials> =>
  credentialsOf(context.request.headers, meeting, context.app.settings, await context.session());

/** The contract has checked the shape; the brand only says what it is the key of. */
const keyOf = (meeting: string): MeetingId => meeting as MeetingId;

export const meetingsRouter = open.meetings.router({
  start: signedIn.meetings.start.handler(async ({ context: { app, user }, input }) => {
    await app.limits.count(STARTS, user.id);
    return { meeting: await startMeeting(app, user, input) };
  }),
  list: signedIn.meetings.list.handler(({ context: { app, user }, input }) =>
    listMeetings(app.db, user.id, input, {
      here: (meeting) => app.live.present(keyOf(meeting)),
      drawing: (activity) => app.library.get(activity)?.drawing,
    }),
  ),
  door: open.meetings.door.handler(async ({ context, input }) => {
    const meeting = keyOf(input.meeting);
    return lookThroughDoor(context.app.db, meeting, await askerOf(context, meeting));
  }),
  enterAsGuest: open.meetings.enterAsGuest.handler(async ({ context, input }) => {
    const { app, address, response } = context;
    const meeting = keyOf(input.meeting);
    await app.limits.count(GUESTS, address);
    const key = await enterAsGuest(app.db, meeting, input.name, app.chance.id());
    giveGuestCookie(response, meeting, app.settings, key);
    return {};
  }),
  remove: signedIn.meetings.remove.handler(async ({ context: { app, user }, input }) => {
    await needSeen(app.db, 'meeting', input.meeting);
    // What is left of its log is nobody's rows; whose meeting it is, is looked at.
    await removeMeeting(app.dbForAll, user.id, input.meeting);
    return {};
  }),
});
