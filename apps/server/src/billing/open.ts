import type { PlanName } from '../plans/plans.ts';
import type { Settings } from '../settings/list.ts';
import type { Billing } from './port.ts';
import { stripeBilling } from './stripe.ts';

/** The payment service, where one is configured; null: the server's owner sets plans. */
export async function openBilling(settings: Settings): Promise<Billing | null> {
  const { plans, stripeKey, stripeWebhookSecret, stripeUrl } = settings;
  // `readSettings` has seen to it that they come together.
  if (plans === 'off' || stripeKey === undefined || stripeWebhookSecret === undefined) return null;
  const prices = new Map<PlanName, string>();
  if (settings.stripePriceTeam) prices.set('team', settings.stripePriceTeam);
  if (settings.stripePriceEnterprise) prices.set('enterprise', settings.stripePriceEnterprise);
  return stripeBilling({
    key: stripeKey,
    webhookSecret: stripeWebhookSecret,
    url: stripeUrl,
    prices,
  });
}
