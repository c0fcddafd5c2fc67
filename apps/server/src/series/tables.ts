import type { Pause, Series } from '@rondo/contract';
import type { Generated, JSONColumnType } from 'kysely';

/** Made by `0031_series.sql`. */
interface SeriesTable {
  id: string;
  key: string;
  team_id: string;
  activity_id: string;
  activity_name: JSONColumnType<{ en: string; de?: string }>;
  hues: string[];
  minutes: number;
  name: string;
  number: number;
  guests: 'no' | 'lobby' | 'yes' | null;
  anonymous: boolean | null;
  without: number[];
  options: JSONColumnType<Series['options']>;
  mail: boolean;
  end_previous: boolean;
  rrule: string | null;
  /** Such as `2026-03-27T09:30`, in the zone. */
  starts_at: string;
  zone: string;
  /** Such as `2026-12-31`. */
  until: string | null;
  pauses: JSONColumnType<Pause[]>;
  owner_id: string | null;
  facilitator_id: string | null;
  state: Generated<'active' | 'paused' | 'ended'>;
  next_at: Date | null;
  created_at: Generated<Date>;
  changed_at: Generated<Date>;
}

interface OccurrenceTable {
  series_id: string;
  at: Date;
  name: string;
  state: 'due' | 'held' | 'skipped' | 'missed' | 'failed';
  meeting_id: string | null;
  /** The participant that its facilitator will be. */
  host_id: string | null;
  claimed_at: Generated<Date>;
}

interface CalendarTable {
  id: string;
  user_id: string;
  team_id: string | null;
  made_at: Generated<Date>;
}

export interface SeriesTables {
  series: SeriesTable;
  occurrence: OccurrenceTable;
  calendar: CalendarTable;
}
