import { activities } from './activities.ts';
import { agenda } from './agenda.ts';
import { audit } from './audit.ts';
import { customActivities } from './custom-activities.ts';
import { erasure } from './erasure.ts';
import { foreignFiles } from './foreign-files.ts';
import { insight } from './insight.ts';
import { invitations } from './invitations.ts';
import { me } from './me.ts';
import { meetings, outcomes } from './meetings.ts';
import { notifications } from './notifications.ts';
import { operations } from './operations.ts';
import { organizations } from './organizations.ts';
import { outbox } from './outbox.ts';
import { plans } from './plans.ts';
import { archives, dataJobs, uploads } from './portability.ts';
import { reports } from './reports.ts';
import { retention } from './retention.ts';
import { search } from './search.ts';
import { calendar, series } from './series.ts';
import { server } from './server.ts';
import { tasks } from './tasks.ts';
import { teams } from './teams.ts';
import { today } from './today.ts';
import { webhooks } from './webhooks.ts';

/** Everything outside a running meeting: what the web app uses is what outsiders can use. */
export const contract = {
  server,
  me,
  organizations,
  teams,
  invitations,
  activities,
  customActivities,
  meetings,
  outcomes,
  series,
  calendar,
  agenda,
  today,
  search,
  tasks,
  plans,
  notifications,
  webhooks,
  outbox,
  reports,
  operations,
  audit,
  insight,
  dataJobs,
  uploads,
  archives,
  foreignFiles,
  retention,
  erasure,
};

export type { Activity, ActivitySummary, CustomInfo, Share, TeamActivity } from './activities.ts';
export type { ActivityProblem, ActivityVersion, YamlProblem } from './custom-activities.ts';
export type { AgendaItem } from './agenda.ts';
export type { AuditedAct } from './audit.ts';
export { API_ERRORS, DEFECT, type ApiErrorCode } from './errors.ts';
export { METRICS, type Figures, type Metric, type MetricSeries } from './insight.ts';
export type { Invitation } from './invitations.ts';
export type { Me } from './me.ts';
export type { MeetingDoor, MeetingSummary, PlannedWindow, StatementTrend } from './meetings.ts';
export { PAGES, pageOf, type PagePattern } from './pages.ts';
export { DoctorReport, type Peaks } from './operations.ts';
export type {
  Domain,
  JoinRequest,
  Joining,
  OfferedOrganization,
  Organization,
  OrganizationPerson,
  OrganizationRole,
  OrganizationTeam,
  TeamCondition,
} from './organizations.ts';
export type {
  Mailing,
  NoticeWay,
  Notification,
  NotificationSettings,
  Unsubscribed,
} from './notifications.ts';
export type { ErasurePreview } from './erasure.ts';
export type { ColumnMapping, ForeignFormat, ForeignPreview } from './foreign-files.ts';
export type { Mail } from './outbox.ts';
export {
  PIECE_BYTES,
  type ArchivePreview,
  type DataFailure,
  type DataJob,
  type ExportScope,
  type JobState,
} from './portability.ts';
export type { CountedTeam, OrganizationPlan, PlanName, Price, ServerPlan } from './plans.ts';
export type { Found } from './search.ts';
export {
  Pause,
  Rhythm,
  SeriesPlan,
  Zone,
  type Occurrence,
  type Series,
  type SeriesDoor,
} from './series.ts';
export {
  FigureName,
  FIGURES,
  ReportContent,
  ReportFigure,
  type Report,
  type ReportChannel,
  type ReportSummary,
} from './reports.ts';
export type { GuestPolicy } from './shapes.ts';
export type { PromisePeriod, TaskWithThread, TeamTask } from './tasks.ts';
export type { Team } from './teams.ts';
export type { Delivery, Webhook, WebhookEvent, WebhookForm } from './webhooks.ts';
export type { Planned, TeamEvent, TeamMeeting, TodayTask } from './today.ts';
