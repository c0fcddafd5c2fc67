import type { PlanName } from '../plans/plans.ts';

/** What Rondo asks of a service that takes payments; everything it knows of one stands behind this. */
export interface Billing {
  /** Plans that can be had by paying. */
  readonly plans: readonly PlanName[];
  /** What an active member costs; null: it cannot be said right now. */
  readonly price: (plan: PlanName) => Promise<Price | null>;
  /** Makes the organization known there. The same one however often it is asked for. @returns its id there */
  readonly customer: (organization: Customer) => Promise<string>;
  /** @returns the address of a page where the plan is paid for; an earlier one is not valid any more */
  readonly checkout: (wanted: Checkout) => Promise<string>;
  /** @returns the address of a page with invoices, where the plan is changed and ended */
  readonly portal: (customer: string, back: string) => Promise<string>;
  /** How things stand there at this moment; null: nothing was ever paid for. */
  readonly subscription: (customer: string) => Promise<Subscription | null>;
  /** For so many people from now on. Saying it again changes nothing. */
  readonly setSeats: (subscription: string, seats: number) => Promise<void>;
  /** A message of the service; null: it is not from there, or too old. */
  readonly message: (body: Buffer, signature: string) => Message | null;
}

export interface Price {
  /** In the smallest unit of the currency. */
  readonly amount: number;
  readonly currency: string;
  readonly every: 'day' | 'week' | 'month' | 'year';
}

export interface Customer {
  readonly organization: string;
  readonly name: string;
  /** Where invoices go. */
  readonly email: string;
}

export interface Checkout {
  readonly customer: string;
  readonly organization: string;
  readonly plan: PlanName;
  readonly seats: number;
  /** Where people come back to when they have paid, and when they have not. */
  readonly done: string;
  readonly back: string;
}

export interface Subscription {
  readonly id: string;
  /** `failing`: the last payment did not go through and is tried again; the plan stays meanwhile. */
  readonly status: 'active' | 'failing' | 'ended';
  /** Null: what is paid for is no plan that this server knows. */
  readonly plan: PlanName | null;
  readonly seats: number;
  readonly paidUntil: Date | null;
  /** Cancelled; it ends when what is paid for does. */
  readonly ends: boolean;
}

export interface Message {
  /** The same message always has the same. */
  readonly id: string;
  /** Whom it is about; null: nobody. What it says is not believed: the state is asked for anew. */
  readonly customer: string | null;
  readonly isFailedPayment: boolean;
}
