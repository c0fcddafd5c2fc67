import type { Generated } from 'kysely';

/** Made by `0051_between_meetings.sql`. */
interface OrganizationBillingTable {
  organization_id: string;
  user_id: string;
}

interface TeamStateTable {
  team_id: string;
  is_public: Generated<boolean>;
  archived_at: Date | null;
  read_only_from: Date | null;
  reminders: Generated<number>;
}

/** Made by `0052_joining.sql`. */
interface OrganizationJoiningTable {
  organization_id: string;
  way: 'off' | 'ask' | 'join';
}

interface OrganizationDomainTable {
  organization_id: string;
  domain: string;
  verified_by: string | null;
  verified_at: Generated<Date>;
}

interface DomainProofTable {
  token_hash: Buffer;
  organization_id: string;
  domain: string;
  asked_by: string;
  expires_at: Date;
}

interface JoinRequestTable {
  id: string;
  user_id: string;
  organization_id: string;
  team_id: string | null;
  asked_at: Generated<Date>;
}

export interface OrganizationTables {
  organization_billing: OrganizationBillingTable;
  organization_joining: OrganizationJoiningTable;
  organization_domain: OrganizationDomainTable;
  domain_proof: DomainProofTable;
  join_request: JoinRequestTable;
  team_state: TeamStateTable;
}
