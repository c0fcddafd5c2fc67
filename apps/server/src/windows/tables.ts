/** Made by `0033_windows.sql`. */
interface MeetingDueTable {
  meeting_id: string;
  at: Date;
}

interface ReminderTable {
  meeting_id: string;
  phase_id: string;
  at: Date;
}

/** Made by `0076_quiet_mails.sql`. */
interface QuietReminderTable {
  meeting_id: string;
  phase_id: string;
  user_id: string;
  until: Date;
}

export interface WindowTables {
  meeting_due: MeetingDueTable;
  reminder: ReminderTable;
  quiet_reminder: QuietReminderTable;
}
