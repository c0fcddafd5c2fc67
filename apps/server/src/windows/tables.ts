/** Made by `0033_windows.sql`. */
interface ReminderTable {
  meeting_id: string;
  phase_id: string;
  at: Date;
}

export interface WindowTables {
  reminder: ReminderTable;
}
