import { sql } from 'kysely';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, several, withoutDatabase } from '../finding.ts';

const id = 'webhooks';
/** One or two receivers that are gone are their owners' business, who are told. */
const SUSPICIOUS = 3;

interface Lately {
  tried: number;
  reached: number;
  off: number;
}

/** The server gets out to chats and programs of others. */
export const webhooks: Check<DoctorContext> = {
  id,
  means: 'what chats and programs are told arrives there',
  scope: 'shared',
  run: async ({ db }) => {
    if (!db) return withoutDatabase(id);
    const { rows } = await sql<Lately>`
      select count(distinct webhook_id)::int as tried,
             count(distinct webhook_id) filter (where state = 'delivered')::int as reached,
             (select count(*)::int from webhook where gave_up_at > now() - interval '7 days') as off
      from webhook_delivery where at > now() - interval '1 day' and tries > 0`.execute(db);
    return rows.map(arriving);
  },
};

function arriving({ tried, reached, off }: Lately): Finding {
  const none = reached === 0 && tried >= SUSPICIOUS;
  return finding(id, none ? 'warning' : 'ok', {
    measured: `${reached} of ${several(tried, 'receiver')} reached in a day, ${off} given up in a week`,
    threshold: `one at least, where ${SUSPICIOUS} or more were tried`,
    repair:
      'On the machine of the server: `curl -sS -o /dev/null -w "%{http_code}" https://hooks.slack.com`. No answer: its network does not let it out to port 443. Where the chats are in your own network: `RONDO_WEBHOOKS_PRIVATE=on`.',
    data: { tried, reached, off },
  });
}
