import type { AccountTables } from '../accounts/tables.ts';
import type { AgendaTables } from '../agenda/tables.ts';
import type { BillingTables } from '../billing/tables.ts';
import type { CustomActivityTables } from '../custom-activities/tables.ts';
import type { ErasureTables } from '../erasure/tables.ts';
import type { InsightTables } from '../insight/tables.ts';
import type { InvitationTables } from '../invitations/tables.ts';
import type { LibraryTables } from '../library/tables.ts';
import type { MailTables } from '../mail/tables.ts';
import type { MeetingTables } from '../meetings/tables.ts';
import type { NotificationTables } from '../notifications/tables.ts';
import type { OperationTables } from '../operations/tables.ts';
import type { OrganizationTables } from '../organizations/tables.ts';
import type { PlanTables } from '../plans/tables.ts';
import type { AwaitedTables } from '../portability/awaited/tables.ts';
import type { PortabilityTables } from '../portability/tables.ts';
import type { ReportTables } from '../reports/tables.ts';
import type { SearchTables } from '../search/tables.ts';
import type { SeriesTables } from '../series/tables.ts';
import type { TaskTables } from '../tasks/tables.ts';
import type { TeamTables } from '../teams/tables.ts';
import type { WebhookTables } from '../webhooks/tables.ts';
import type { WindowTables } from '../windows/tables.ts';

/**
 * Every table, for Kysely: each feature describes its own in its folder, as its migrations made them.
 */
export interface Tables
  extends
    AccountTables,
    AwaitedTables,
    CustomActivityTables,
    ErasureTables,
    InsightTables,
    InvitationTables,
    LibraryTables,
    MailTables,
    MeetingTables,
    NotificationTables,
    OperationTables,
    OrganizationTables,
    BillingTables,
    PlanTables,
    PortabilityTables,
    ReportTables,
    SearchTables,
    SeriesTables,
    WebhookTables,
    WindowTables,
    AgendaTables,
    TaskTables,
    TeamTables {}
