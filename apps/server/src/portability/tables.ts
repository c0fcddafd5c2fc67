import type { ExportScope, JobState } from '@rondo/contract';
import type { Generated, JSONColumnType } from 'kysely';
import type { ImportPlan, ImportResult } from './import/plan.ts';

/** Made by `0067_portability.sql`. */
interface KeptFileTable {
  id: string;
  user_id: string;
  name: string;
  /** Null until it is there in full. */
  bytes: number | null;
  made_at: Generated<Date>;
  expires_at: Date;
}

interface KeptFilePieceTable {
  file_id: string;
  n: number;
  body: Buffer;
}

interface DataJobTable {
  id: string;
  kind: 'export' | 'import';
  scope: ExportScope;
  user_id: string;
  organization_id: string | null;
  team_id: string | null;
  file_id: string | null;
  state: Generated<JobState>;
  done: Generated<number>;
  total: Generated<number>;
  failure: string | null;
  failed_at: string | null;
  plan: JSONColumnType<Partial<ImportPlan>, string | undefined>;
  result: JSONColumnType<Partial<ImportResult>, string | undefined>;
  asked_at: Generated<Date>;
  ended_at: Date | null;
}

/** Made by `0068_retention.sql`. */
interface TeamRetentionTable {
  team_id: string;
  months: number;
  warned_at: Date | null;
  warned_until: Date | null;
}

export interface PortabilityTables {
  kept_file: KeptFileTable;
  kept_file_piece: KeptFilePieceTable;
  data_job: DataJobTable;
  team_retention: TeamRetentionTable;
}
