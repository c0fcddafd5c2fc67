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

export interface OrganizationTables {
  organization_billing: OrganizationBillingTable;
  team_state: TeamStateTable;
}
