import { resolveTxt } from 'node:dns/promises';
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import { senderOf } from '../../../mail/send.ts';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, notSeen, several } from '../finding.ts';

const id = 'mail';
/** Names that keys of usual mail services have; every domain may choose its own. */
const SELECTORS = 'default dkim mail rondo s1 s2 k1 google selector1 selector2'.split(' ');

/** What the name server is asked; tests have one of their own. */
export interface Names {
  readonly txt: (name: string) => Promise<string[][]>;
}

export const mail = mailCheck({ txt: resolveTxt });

/** Mails leave, and others believe that they are ours. */
export function mailCheck(names: Names): Check<DoctorContext> {
  return {
    id,
    means: 'the mail server takes our mails, and others believe that they are ours',
    scope: 'outside',
    run: async (context) => {
      const { smtpUrl } = context.settings;
      if (!smtpUrl)
        return [
          finding(id, 'warning', {
            place: 'SMTP_URL',
            measured: 'no mail server',
            threshold: 'one that sends invitations and outcomes',
            repair:
              '`SMTP_URL=smtp://user:password@mail.example.org:587`; until then you find all mails in the outbox',
          }),
        ];
      const [login, sent, domain] = await Promise.all([
        logIn(smtpUrl),
        lately(context),
        ofDomain(senderOf(context.settings), names),
      ]);
      return [login, ...sent, ...domain];
    },
  };
}

async function logIn(smtpUrl: URL): Promise<Finding> {
  const transport = createTransport({
    url: smtpUrl.href,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 8_000,
  });
  const place = smtpUrl.host;
  const threshold = 'answers, and takes our password';
  try {
    await transport.verify();
    return finding(id, 'ok', { place, measured: 'answers', threshold, repair: '' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    return finding(id, 'failure', {
      place,
      // Without what it said: that may repeat the name we log in with.
      measured: code === 'EAUTH' ? 'refuses our user or password' : `no connection (${code})`,
      threshold,
      repair:
        code === 'EAUTH'
          ? '`SMTP_URL` with the user and password of the mail service; write `%40` for an @ in them'
          : `\`nc -vz ${smtpUrl.hostname} ${smtpUrl.port || (smtpUrl.protocol === 'smtps:' ? 465 : 587)}\`: is host and port in SMTP_URL right, does a firewall let it out?`,
    });
  } finally {
    transport.close();
  }
}

/** Of the last week. */
async function lately({ db }: DoctorContext): Promise<Finding[]> {
  if (!db) return [];
  const { rows } = await sql<{ failed: number; sent: number; late: number }>`
    select count(*) filter (where state = 'failed')::int as failed,
           count(*) filter (where state = 'sent')::int as sent,
           count(*) filter (where state = 'queued'
             and coalesce(not_before, at) < now() - interval '1 hour')::int as late
    from mail where at > now() - interval '7 days'`.execute(db);
  const { failed = 0, sent = 0, late = 0 } = rows[0] ?? {};
  const isAll = failed > 0 && failed >= sent;
  const severity = isAll ? 'failure' : failed + late > 0 ? 'warning' : 'ok';
  return [
    finding(id, severity, {
      place: 'outbox',
      measured: `${several(failed, 'mail')} failed, ${late} late, ${sent} sent in a week`,
      threshold: 'none failed, none late',
      repair: 'The outbox of the owner (`/outbox`) shows what the mail server said of each.',
      data: { failed, late, sent },
    }),
  ];
}

/** What others look up to tell our mails from forged ones. */
async function ofDomain(sender: string, names: Names): Promise<Finding[]> {
  const domain = /@([^\s>]+)/.exec(sender)?.[1]?.toLowerCase() ?? '';
  const place = domain;
  const ask = async (name: string): Promise<string[] | null> => {
    try {
      return (await names.txt(name)).map((parts) => parts.join(''));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENODATA' || code === 'ENOTFOUND') return [];
      return null;
    }
  };
  const [own, dmarc, ...keys] = await Promise.all(
    [domain, `_dmarc.${domain}`, ...SELECTORS.map((each) => `${each}._domainkey.${domain}`)].map(
      ask,
    ),
  );
  if (!own || !dmarc)
    return [
      notSeen(
        id,
        'the name server does not answer',
        `\`dig TXT ${domain}\` from a machine that has one`,
        place,
      ),
    ];
  const has = (texts: readonly string[] | null | undefined, start: string): boolean =>
    texts?.some((text) => text.toLowerCase().startsWith(start)) ?? false;
  const record = (isThere: boolean, what: string, why: string, repair: string): Finding =>
    finding(id, isThere ? 'ok' : 'warning', {
      place: `${what} of ${domain}`,
      measured: isThere ? 'there' : `none: ${why}`,
      threshold: 'a TXT record',
      repair,
    });
  const findings = [
    record(
      has(own, 'v=spf1'),
      'SPF',
      'many servers refuse or hide our mails',
      `TXT record of ${domain}: \`v=spf1 mx include:… ~all\`, as your mail service says`,
    ),
    record(
      has(dmarc, 'v=dmarc1'),
      'DMARC',
      'large mail services refuse or hide our mails',
      `TXT record of _dmarc.${domain}: \`v=DMARC1; p=none\``,
    ),
  ];
  const hasKey = keys.some((texts) => texts?.some((text) => /(^|;\s*)p=\S/.test(text)));
  if (hasKey) findings.push(record(true, 'DKIM', '', ''));
  else
    findings.push(
      notSeen(
        id,
        'its key may have any name, and none of the usual ones is there',
        'Send a mail to yourself: in its source, Authentication-Results has to say dkim=pass',
        `DKIM of ${domain}`,
      ),
    );
  return findings;
}
