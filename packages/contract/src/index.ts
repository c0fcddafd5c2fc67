import { activities } from './activities.ts';
import { agenda } from './agenda.ts';
import { audit } from './audit.ts';
import { customActivities } from './custom-activities.ts';
import { invitations } from './invitations.ts';
import { me } from './me.ts';
import { meetings, outcomes } from './meetings.ts';
import { operations } from './operations.ts';
import { outbox } from './outbox.ts';
import { calendar, series } from './series.ts';
import { server } from './server.ts';
import { tasks } from './tasks.ts';
import { teams } from './teams.ts';

/** Everything outside a running meeting: what the web app uses is what outsiders can use. */
export const contract = {
  server,
  me,
  teams,
  invitations,
  activities,
  customActivities,
  meetings,
  outcomes,
  series,
  calendar,
  agenda,
  tasks,
  outbox,
  operations,
  audit,
};

export type { Activity, ActivitySummary, CustomInfo, Share, TeamActivity } from './activities.ts';
export type { ActivityProblem, ActivityVersion, YamlProblem } from './custom-activities.ts';
export type { AgendaItem } from './agenda.ts';
export type { AuditedAct } from './audit.ts';
export { API_ERRORS, DEFECT, type ApiErrorCode } from './errors.ts';
export type { Invitation } from './invitations.ts';
export type { Me } from './me.ts';
export type { MeetingDoor, MeetingSummary, PlannedWindow, StatementTrend } from './meetings.ts';
export { DoctorReport, type Peaks } from './operations.ts';
export type { Mail } from './outbox.ts';
export type { Occurrence, Pause, Rhythm, Series, SeriesDoor } from './series.ts';
export type { GuestPolicy } from './shapes.ts';
export type { TeamTask } from './tasks.ts';
export type { Team } from './teams.ts';
