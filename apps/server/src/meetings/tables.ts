import type { Outcome } from '@rondo/meeting';
import type { Generated, JSONColumnType } from 'kysely';

/** Made by `0020_meetings.sql`. */
interface MeetingTable {
  id: string;
  team_id: string;
  activity_id: string;
  activity_name: JSONColumnType<{ en: string; de?: string }>;
  hues: string[];
  name: string;
  status: 'running' | 'ended';
  guests: 'no' | 'lobby' | 'yes';
  /** The facilitator's name. */
  facilitator: string;
  people: Generated<number>;
  tasks: Generated<number>;
  started_by: string | null;
  started_at: Generated<Date>;
  ended_at: Date | null;
  active_at: Generated<Date>;
  warned_at: Date | null;
  /** Made by `0034_custom_activities.sql`: null for built-in activities. */
  activity_version: number | null;
}

interface ParticipantTable {
  meeting_id: string;
  id: string;
  user_id: string | null;
  /** SHA-256 of a guest's cookie. */
  guest_key: Buffer | null;
  name: string;
  joined_at: Generated<Date>;
}

interface OutcomeTable {
  meeting_id: string;
  outcome: JSONColumnType<Outcome>;
  stored_at: Generated<Date>;
}

export interface MeetingTables {
  meeting: MeetingTable;
  participant: ParticipantTable;
  outcome: OutcomeTable;
}
