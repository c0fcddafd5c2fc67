import type { Generated } from 'kysely';

/** Made by `0055_plans.sql`. */
interface BillingAccountTable {
  organization_id: string;
  customer: string;
  subscription: string | null;
  status: 'active' | 'failing' | 'ended' | null;
  seats: number | null;
  paid_until: Date | null;
  ends: Generated<boolean>;
}

interface BillingEventTable {
  id: string;
  at: Generated<Date>;
}

export interface BillingTables {
  billing_account: BillingAccountTable;
  billing_event: BillingEventTable;
}
