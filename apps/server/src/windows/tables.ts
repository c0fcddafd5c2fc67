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

export interface WindowTables {
  meeting_due: MeetingDueTable;
  reminder: ReminderTable;
}
