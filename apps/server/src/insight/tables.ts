import type { Generated } from 'kysely';

/** Made by `0070_insight.sql`. Days are texts such as `2026-11-23`. */
interface ActiveDayTable {
  day: string;
  scope: string;
  user_id: string;
}

interface FirstActiveTable {
  scope: string;
  user_id: string;
  day: string;
}

interface CountedMeetingTable {
  meeting_id: string;
  scope: string;
  team_id: string;
  category: string;
  contributed_on: string;
  held_on: string | null;
  guests: Generated<number>;
}

interface CountStateTable {
  only_one: Generated<boolean>;
  counted_to: string;
  counted_at: Generated<Date>;
  took_ms: number;
  rows_from: string | null;
}

interface ActiveCountTable {
  scope: string;
  day: string;
  active: number;
  active_28: number;
}

interface WeekCountTable {
  scope: string;
  week: string;
  active: number;
  fresh: number;
  teams: number;
}

interface MeetingDayCountTable {
  scope: string;
  day: string;
  category: string;
  meetings: number;
  guests: number;
}

interface CohortCountTable {
  scope: string;
  cohort: string;
  week: string;
  active: number;
}

/** Made by `0071_views.sql`. */
interface PageViewTable {
  day: string;
  page: string;
  views: number;
}

interface VisitorCountTable {
  day: string;
  visitors: number;
}

export interface InsightTables {
  active_day: ActiveDayTable;
  first_active: FirstActiveTable;
  counted_meeting: CountedMeetingTable;
  count_due: { day: string };
  count_state: CountStateTable;
  active_count: ActiveCountTable;
  week_count: WeekCountTable;
  meeting_day_count: MeetingDayCountTable;
  cohort_count: CohortCountTable;
  page_view: PageViewTable;
  visitor_count: VisitorCountTable;
  'fleeting.visitor': { day: string; hash: Buffer };
  'fleeting.visitor_salt': { day: string; salt: Generated<Buffer> };
}
