/**
 * What people are told, and what about it: ids, figures and words of closed lists. A closed list; a
 * kind that is here stays here, as rows of earlier releases are read by later ones.
 */
export const NOTICES = {
  /** Somebody made you the owner of a task. */
  'task-assigned': ['task', 'by'],
  /** Somebody wrote `@you` into a task's thread. */
  'task-mention': ['task', 'by'],
  /** A reply in a thread you are in. */
  'task-reply': ['task', 'by'],
  /** A task of yours is due tomorrow or today. */
  'task-due': ['task'],
  'meeting-started': ['meeting'],
  /** A window of a meeting over days closes soon, and you have not taken part. */
  'window-closing': ['meeting', 'phase'],
  'meeting-ended': ['meeting'],
  'team-joined': ['by'],
  'team-removed': ['by'],
  'team-lead': ['by'],
  'team-archived': ['by'],
  'team-restored': ['by'],
  /** All of a team you were in is in this one now, and so are you. */
  'team-merged': ['by'],
  'team-moved': ['by', 'organization'],
  /** Somebody asks to join an organization or a team that you look after. */
  'join-asked': ['request', 'by', 'organization'],
  'join-answered': ['request', 'answer', 'organization'],
  /**
   * More teams than the plan allows: `from` is the day on which they become read-only. Leads are told
   * with their team; owners and who looks after payment once for all teams, with none.
   */
  'team-read-only-soon': ['organization', 'from'],
  'team-read-only': ['organization'],
  'payment-failed': ['organization'],
  'report-feedback': ['report', 'feedback'],
  'report-published': ['report'],
  'export-ready': ['export'],
  'import-done': ['import'],
  /** You lead the team; so many meetings are deleted in a week. */
  'retention-soon': ['meetings'],
  /** You look after a webhook that was switched off: nothing had arrived for days. */
  'webhook-off': ['webhook', 'organization'],
} as const satisfies Record<string, readonly string[]>;

export type NoticeKind = keyof typeof NOTICES;

export type NoticeAbout<Kind extends NoticeKind> = {
  readonly [Key in (typeof NOTICES)[Kind][number]]: string;
};
