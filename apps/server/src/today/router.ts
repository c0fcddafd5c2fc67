import type { MeetingId } from '@rondo/meeting';
import { signedIn } from '../http/endpoints.ts';
import { readTimeline } from './timeline.ts';
import { readToday } from './today.ts';

export const todayRouter = signedIn.today.router({
  get: signedIn.today.get.handler(({ context: { app, user }, input }) =>
    readToday(app, user.id, input.day ?? new Date().toISOString().slice(0, 10), {
      // Keys of meetings, as the database has them.
      here: (meeting) => app.live.present(meeting as MeetingId),
      drawing: (activity) => app.library.get(activity)?.drawing,
    }),
  ),
  timeline: signedIn.today.timeline.handler(({ context: { app, user }, input }) =>
    readTimeline(app.db, user.id, input),
  ),
});
