import { accountRouter, serverRouter } from '../accounts/router.ts';
import { agendaRouter } from '../agenda/router.ts';
import { customActivitiesRouter } from '../custom-activities/router.ts';
import { erasureRouter } from '../erasure/router.ts';
import { foreignFilesRouter } from '../importers/router.ts';
import { insightRouter } from '../insight/router.ts';
import { invitationsRouter } from '../invitations/router.ts';
import { activitiesRouter } from '../library/router.ts';
import { meetingsRouter } from '../meetings/router.ts';
import { notificationsRouter } from '../notifications/router.ts';
import { auditRouter } from '../operations/audit/router.ts';
import { operationsRouter } from '../operations/doctor/router.ts';
import { organizationsRouter } from '../organizations/router.ts';
import { outboxRouter } from '../outbox/router.ts';
import { outcomesRouter } from '../outcomes/router.ts';
import { plansRouter } from '../plans/router.ts';
import { retentionRouter } from '../portability/retention/router.ts';
import { archivesRouter, dataJobsRouter, uploadsRouter } from '../portability/router.ts';
import { reportsRouter } from '../reports/router.ts';
import { searchRouter } from '../search/router.ts';
import { calendarRouter } from '../series/calendar/router.ts';
import { seriesRouter } from '../series/router.ts';
import { tasksRouter } from '../tasks/router.ts';
import { teamsRouter } from '../teams/router.ts';
import { todayRouter } from '../today/router.ts';
import { webhooksRouter } from '../webhooks/router.ts';
import { open } from './endpoints.ts';

/** Every endpoint of the API, each from the folder of its feature. */
export const router = open.router({
  server: serverRouter,
  me: accountRouter,
  organizations: organizationsRouter,
  teams: teamsRouter,
  invitations: invitationsRouter,
  activities: activitiesRouter,
  customActivities: customActivitiesRouter,
  meetings: meetingsRouter,
  outcomes: outcomesRouter,
  series: seriesRouter,
  calendar: calendarRouter,
  agenda: agendaRouter,
  tasks: tasksRouter,
  plans: plansRouter,
  today: todayRouter,
  search: searchRouter,
  notifications: notificationsRouter,
  webhooks: webhooksRouter,
  outbox: outboxRouter,
  reports: reportsRouter,
  audit: auditRouter,
  operations: operationsRouter,
  insight: insightRouter,
  dataJobs: dataJobsRouter,
  uploads: uploadsRouter,
  archives: archivesRouter,
  retention: retentionRouter,
  foreignFiles: foreignFilesRouter,
  erasure: erasureRouter,
});
