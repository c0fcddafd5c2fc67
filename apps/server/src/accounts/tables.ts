import type { Generated } from 'kysely';

/** Made by `0001_accounts.sql`; sessions and passwords are read and written by better-auth alone. */
interface UserTable {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  language: 'en' | 'de' | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

interface SessionTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

interface AccountTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
}

/** Made by `0005_links.sql`. */
interface SignUpTable {
  token_hash: Buffer;
  email: string;
  name: string;
  password_hash: string;
  language: 'en' | 'de';
  with_team: boolean;
  expires_at: Date;
}

interface ClaimCodeTable {
  only_one: Generated<boolean>;
  code_hash: Buffer;
  made_at: Generated<Date>;
}

/** Made by `0002_organizations.sql`. */
interface ServerOwnerTable {
  only_one: Generated<boolean>;
  user_id: string;
  since: Generated<Date>;
}

interface OrganizationTable {
  id: string;
  name: string;
  created_at: Generated<Date>;
}

interface OrganizationMemberTable {
  organization_id: string;
  user_id: string;
  role: 'owner' | 'admin' | 'member';
  joined_at: Generated<Date>;
}

interface TeamTable {
  id: string;
  organization_id: string;
  name: string;
  guests: Generated<'no' | 'lobby' | 'yes'>;
  idle_end_days: number;
  language: 'en' | 'de';
  created_at: Generated<Date>;
}

interface TeamMemberTable {
  team_id: string;
  user_id: string;
  role: 'lead' | 'member';
  joined_at: Generated<Date>;
}

export interface AccountTables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  sign_up: SignUpTable;
  claim_code: ClaimCodeTable;
  server_owner: ServerOwnerTable;
  organization: OrganizationTable;
  organization_member: OrganizationMemberTable;
  team: TeamTable;
  team_member: TeamMemberTable;
}
