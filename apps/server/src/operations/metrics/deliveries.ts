import { single, type Family } from './exposition.ts';

/** `again`: it did not arrive, and is tried once more. */
type Outcome = 'sent' | 'again' | 'failed';

/** Counts what this server has sent to people and programs outside. */
export interface Deliveries {
  /** @param kind of the closed list of mails */
  readonly mail: (kind: string, outcome: Outcome) => void;
  readonly webhook: (outcome: Outcome) => void;
  readonly families: (newsStreams: number) => Family[];
}

export function countDeliveries(): Deliveries {
  const mails = new Map<string, Map<Outcome, number>>();
  const webhooks = new Map<Outcome, number>([
    ['sent', 0],
    ['again', 0],
    ['failed', 0],
  ]);
  const add = (counts: Map<Outcome, number>, outcome: Outcome): unknown =>
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return {
    mail: (kind, outcome) => {
      const counts = mails.get(kind) ?? new Map<Outcome, number>();
      add(counts, outcome);
      mails.set(kind, counts);
    },
    webhook: (outcome) => void add(webhooks, outcome),
    families: (newsStreams) => [
      single(
        'rondo_news_streams',
        'gauge',
        'Open pages that hear what is new, outside of meetings.',
        newsStreams,
      ),
      {
        name: 'rondo_mails_total',
        type: 'counter',
        help: 'Attempts of this server to hand over a mail, such as a digest.',
        samples: [...mails].flatMap(([kind, counts]) =>
          [...counts].map(([outcome, value]) => ({ labels: { kind, outcome }, value })),
        ),
      },
      {
        name: 'rondo_webhook_deliveries_total',
        type: 'counter',
        help: 'Attempts of this server to tell a chat or another program.',
        samples: [...webhooks].map(([outcome, value]) => ({ labels: { outcome }, value })),
      },
    ],
  };
}
