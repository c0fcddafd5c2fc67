import type { FigureName, ReportContent, ReportFigure } from '@rondo/contract';
import type { Generated, JSONColumnType } from 'kysely';

/** All made by `0073_reports.sql`. */
interface ReportChannelTable {
  team_id: string;
  title: string | null;
  key: string;
  next_number: Generated<number>;
  figures: Generated<FigureName[]>;
}

interface ReportTable {
  id: string;
  team_id: string;
  meeting_id: string | null;
  number: number;
  content: JSONColumnType<ReportContent>;
  figures: JSONColumnType<ReportFigure[]>;
  author_user: string | null;
  author_name: string;
  state: Generated<'draft' | 'published'>;
  audience: Generated<'private' | 'public'>;
  key: string;
  version: Generated<number>;
  created_at: Generated<Date>;
  changed_at: Generated<Date>;
  told: Generated<string[]>;
  edited: Generated<boolean>;
  published_at: Date | null;
  updated_at: Date | null;
}

interface ReportCorrectionTable {
  id: string;
  report_id: string;
  at: Generated<Date>;
  by_user: string | null;
  by_name: string;
  note: string;
  before: JSONColumnType<ReportContent>;
}

interface ReportFeedbackTable {
  id: string;
  report_id: string;
  team_id: string;
  at: Generated<Date>;
  user_id: string | null;
  name: string | null;
  text: string;
}

interface ReportSubscriberTable {
  id: string;
  team_id: string;
  email: string;
  asked_at: Generated<Date>;
  confirmed_at: Date | null;
}

interface ReportReaderTable {
  id: string;
  team_id: string;
  user_id: string;
}

interface ReportMailingTable {
  report_id: string;
  recipient: string;
  at: Generated<Date>;
}

interface ReportFeedTable {
  id: string;
  user_id: string;
  team_id: string;
}

/** A view, made by `0074_public_reports.sql`: published, and public. */
interface PublicReportView {
  id: string;
  team_id: string;
  key: string;
  number: number;
  content: ReportContent;
  figures: ReportFigure[];
  author_name: string;
  published_at: Date;
  updated_at: Date;
  channel_key: string;
  channel_title: string;
  language: 'en' | 'de';
}

export interface ReportTables {
  report_channel: ReportChannelTable;
  report: ReportTable;
  report_correction: ReportCorrectionTable;
  report_feedback: ReportFeedbackTable;
  report_subscriber: ReportSubscriberTable;
  report_reader: ReportReaderTable;
  report_mailing: ReportMailingTable;
  report_feed: ReportFeedTable;
  public_report: PublicReportView;
}
