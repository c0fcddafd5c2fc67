import { randomUUIDv7 } from 'node:crypto';
import type { Db } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Settings } from '../settings/list.ts';
import { renderLetter, type Letter } from './letter.ts';

/** What mails are about: shown in the outbox, counted, never changed once used. */
export type MailKind =
  | 'sign-up'
  | 'sign-up-known'
  | 'sign-in'
  | 'sign-in-unknown'
  | 'reset-password'
  | 'invitation'
  | 'outcome'
  | 'idle-warning'
  | 'reminder'
  | 'meeting-begun';

export interface NewMail {
  readonly to: string;
  readonly kind: MailKind;
  readonly letter: Letter;
}

export interface Post {
  /**
   * Puts a mail into the outbox in the transaction of its cause. From there it is sent, or, with no
   * mail server, kept for the owner of the server to read.
   */
  readonly queue: (tx: Db, mail: NewMail) => Promise<void>;
  /** The address of a page of ours, to be put into a letter. @param path begins with `/` */
  readonly link: (path: string) => string;
}

/**
 * Stands for our own address where `RONDO_PUBLIC_URL` does not say it. Replaced when the owner reads
 * the mail, by the address the owner uses: what a request claims must never get into a mail.
 */
export const UNKNOWN_ORIGIN = 'https://this-server.invalid';

export function makePost({ smtpUrl, publicUrl }: Settings, jobs: Jobs): Post {
  return {
    queue: async (tx, { to, kind, letter }) => {
      const id = randomUUIDv7();
      const state = smtpUrl ? 'queued' : 'kept';
      const row = { id, recipient: to, subject: letter.subject, kind, state } as const;
      await tx
        .insertInto('mail')
        .values({ ...row, ...renderLetter(letter) })
        .execute();
      if (smtpUrl) await jobs.add('send-mail', { mail: id }, tx);
    },
    link: (path) => `${publicUrl ?? UNKNOWN_ORIGIN}${path}`,
  };
}
