import type { Generated } from 'kysely';

/** Made by `0020_meetings.sql`. */
interface InvitationTable {
  id: string;
  team_id: string;
  meeting_id: string | null;
  /** SHA-256 of the token in the link. */
  token_hash: Buffer;
  /** Null: a link for anyone who has it. */
  email: string | null;
  invited_by: string;
  created_at: Generated<Date>;
  expires_at: Date;
  revoked_at: Date | null;
  used_at: Date | null;
  uses: Generated<number>;
}

/** Made by `0053_inviting.sql`. */
interface InvitingTable {
  user_id: string;
  mailed: Generated<number>;
  accepted: Generated<number>;
}

export interface InvitationTables {
  inviting: InvitingTable;
  invitation: InvitationTable;
}
