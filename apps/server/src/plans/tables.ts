import type { Generated } from 'kysely';

/** Made by `0055_plans.sql`. */
interface OrganizationPlanTable {
  organization_id: string;
  plan: string;
  set_by: 'server' | 'billing';
  changed_at: Generated<Date>;
}

interface TeamKeptTable {
  team_id: string;
}

export interface PlanTables {
  organization_plan: OrganizationPlanTable;
  team_kept: TeamKeptTable;
}
