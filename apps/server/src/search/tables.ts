/** Both were made by `0064_search.sql`. */
interface SearchDocumentTable {
  /** Of a task or a report: its own. */
  id: string;
  team_id: string;
  kind: 'outcome' | 'topic' | 'answer' | 'task' | 'report';
  meeting_id: string | null;
  task_id: string | null;
  private_to: string[] | null;
  title: string;
  body: string;
  language: 'en' | 'de';
  at: Date;
}

interface SearchWordsTable {
  document_id: string;
  at: Date;
  /** Made and asked by functions of the migration alone. */
  words: string;
}

export interface SearchTables {
  search_document: SearchDocumentTable;
  search_words: SearchWordsTable;
}
