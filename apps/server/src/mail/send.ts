import type { Selectable } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Db } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Deliveries } from '../operations/metrics/deliveries.ts';
import type { Settings } from '../settings/list.ts';
import { isStillWanted } from './mailings.ts';
import type { Post } from './post.ts';
import { requeueMails } from './requeue.ts';

/** Sends queued mails through the mail server of `SMTP_URL`; without one, nothing is queued. */
export async function sendQueuedMails(
  db: Db,
  jobs: Jobs,
  settings: Settings,
  post: Pick<Post, 'mailingIn'>,
  deliveries: Pick<Deliveries, 'mail'>,
  log: Logger,
): Promise<void> {
  const { smtpUrl } = settings;
  if (!smtpUrl) return;
  const transport = createTransport({
    url: smtpUrl.href,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  const from = senderOf(settings);
  const again = await requeueMails(db, jobs);
  if (again > 0) log.info({ mails: again }, 'mails that waited without a job are sent now');
  await jobs.work('send-mail', async ({ mail: id }, { tries, isLastTry }) => {
    const mail = await db
      .selectFrom('mail')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'queued')
      .executeTakeFirst();
    if (!mail) return;
    if (!(await isWorthSending(db, mail, post))) {
      await db.deleteFrom('mail').where('id', '=', id).execute();
      return;
    }
    const change = db.updateTable('mail').where('id', '=', id);
    try {
      const { recipient: to, subject, html, text, unsubscribe } = mail;
      const { hostname } = new URL(settings.publicUrl ?? 'http://localhost');
      // The same id at every try, so that a mail sent twice arrives once where programs compare ids.
      const messageId = `<${id}@${hostname}>`;
      const headers = {
        // Nobody's absence is to be answered to a machine (RFC 3834).
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribe !== null && listHeaders(unsubscribe, `${mail.kind}.${hostname}`)),
      };
      await transport.sendMail({ from, to, subject, html, text, messageId, headers });
      const sent = { state: 'sent', html: '', text: '', unsubscribe: null, error: null } as const;
      await change.set({ ...sent, tries }).execute();
      deliveries.mail(mail.kind, 'sent');
      log.debug({ mail: id, kind: mail.kind }, 'mail sent');
    } catch (error) {
      const state = isLastTry ? 'failed' : 'queued';
      deliveries.mail(mail.kind, isLastTry ? 'failed' : 'again');
      await change.set({ state, tries, error: reason(error) }).execute();
      throw error;
    }
  });
}

/** Much may have happened since it was queued: while it was quiet, or the mail server was away. */
async function isWorthSending(
  db: Db,
  { while_meeting, unsubscribe }: Pick<Selectable<Tables['mail']>, 'while_meeting' | 'unsubscribe'>,
  { mailingIn }: Pick<Post, 'mailingIn'>,
): Promise<boolean> {
  if (while_meeting !== null && !(await isRunning(db, while_meeting))) return false;
  // Subscribers without an account leave by links of another kind, which name no mailing.
  const mailing = unsubscribe === null ? null : mailingIn(unsubscribe.split('/').at(-1) ?? '');
  return mailing === null || isStillWanted(db, mailing);
}

async function isRunning(db: Db, meeting: string): Promise<boolean> {
  const row = await db
    .selectFrom('meeting')
    .select('status')
    .where('id', '=', meeting)
    .executeTakeFirst();
  return row?.status === 'running';
}

/** Mail programs show a button of their own to leave (RFC 2369, RFC 8058), and sort by the list (RFC 2919). */
const listHeaders = (url: string, list: string): Record<string, string> => ({
  'List-Id': `<${list}>`,
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** @returns what stands behind “From:” */
export function senderOf({
  mailFrom,
  publicUrl,
}: Pick<Settings, 'mailFrom' | 'publicUrl'>): string {
  return mailFrom ?? `Rondo <rondo@${new URL(publicUrl ?? 'http://localhost').hostname}>`;
}

/** What the mail server said, for the owner of the server; without the password of `SMTP_URL`. */
function reason(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.slice(0, 500);
}
