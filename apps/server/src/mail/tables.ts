import type { Generated } from 'kysely';

/** Made by `0003_mail.sql`. */
interface MailTable {
  id: string;
  recipient: string;
  subject: string;
  /** Blanked once sent: what was mailed is nobody's business here any more. */
  html: string;
  text: string;
  kind: string;
  /** `kept`: there is no mail server, so the owner of the server reads it here. */
  state: Generated<'queued' | 'kept' | 'sent' | 'failed'>;
  tries: Generated<number>;
  error: string | null;
  at: Generated<Date>;
  /** Where such mails are switched off by one click; null: they cannot be. */
  unsubscribe: string | null;
  /** It is quiet where its reader is until then; null: it is sent at once. */
  not_before: Date | null;
  /** Sent only while this meeting runs; null: in any case. */
  while_meeting: string | null;
}

export interface MailTables {
  mail: MailTable;
}
