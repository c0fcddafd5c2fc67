import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Settings } from '../settings/list.ts';
import { renderLetter, type Letter } from './letter.ts';
import type { MailingOf } from './mailings.ts';
import { quietUntil } from './quiet-hours.ts';
import { mailingIn, unsubscribeToken } from './unsubscribe-token.ts';

/** What mails are about: shown in the outbox, counted, never changed once used. */
export type MailKind =
  | 'sign-up'
  | 'sign-up-known'
  | 'sign-in'
  | 'sign-in-unknown'
  | 'reset-password'
  | 'invitation'
  | 'outcome'
  | 'erasure-code'
  | 'idle-warning'
  | 'reminder'
  | 'report'
  | 'report-confirm'
  | 'verify-domain'
  | 'meeting-begun'
  | 'digest'
  | 'notice'
  | 'plan-notice'
  | 'payment-failed';

export interface NewMail {
  readonly to: string;
  readonly kind: MailKind;
  readonly letter: Letter;
  /** What its reader may switch off by it. Whoever queues it has looked whether it is wanted. */
  readonly mailing?: MailingOf;
  /** A page of ours that its reader leaves by, where that is no account's setting; asks when it is opened, does it when posted to. */
  readonly leave?: string;
  /** It says that this meeting has begun: nothing worth a mail when it has ended. */
  readonly whileMeeting?: string;
}

export interface Post {
  /**
   * Puts a mail into the outbox in the transaction of its cause. From there it is sent, or, with no
   * mail server, kept for the owner of the server to read. What could be switched off waits until it is
   * no longer quiet where its reader is.
   */
  readonly queue: (tx: Db, mail: NewMail) => Promise<void>;
  /** The address of a page of ours, to be put into a letter. @param path begins with `/` */
  readonly link: (path: string) => string;
  /** What a link in one of our mails switches off; null: it is none of ours. */
  readonly mailingIn: (token: string) => MailingOf | null;
}

/**
 * Stands for our own address where `RONDO_PUBLIC_URL` does not say it. Replaced when the owner reads
 * the mail, by the address the owner uses: what a request claims must never get into a mail.
 */
export const UNKNOWN_ORIGIN = 'https://this-server.invalid';

/** @param secret what links to switch mails off are sealed with */
export function makePost({ smtpUrl, publicUrl }: Settings, jobs: Jobs, secret: string): Post {
  const link: Post['link'] = (path) => `${publicUrl ?? UNKNOWN_ORIGIN}${path}`;
  return {
    queue: async (tx, { to, kind, letter, mailing, leave, whileMeeting = null }) => {
      const id = randomUUIDv7();
      const state = smtpUrl ? 'queued' : 'kept';
      const token = mailing && unsubscribeToken(secret, mailing);
      const unsubscribe = token === undefined ? (leave ?? null) : link(`/api/unsubscribe/${token}`);
      const notBefore = smtpUrl && mailing ? await quietUntil(tx, mailing.user, new Date()) : null;
      const row = {
        id,
        recipient: to,
        subject: letter.subject,
        kind,
        state,
        unsubscribe,
        not_before: notBefore,
        while_meeting: whileMeeting,
      } as const;
      const off = token === undefined ? leave : link(`/unsubscribe#${token}`);
      await tx
        .insertInto('mail')
        .values({ ...row, ...renderLetter(letter, off) })
        .execute();
      if (smtpUrl) await jobs.add('send-mail', { mail: id }, tx, notBefore);
    },
    link,
    mailingIn: (token) => mailingIn(secret, token),
  };
}
