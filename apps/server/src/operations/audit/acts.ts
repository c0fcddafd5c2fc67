/**
 * What is written down, and what about it: ids, figures and words of closed lists. A closed list;
 * `docs/operations.md` says what is in it and what is not. An act that is here stays here: rows of
 * earlier releases are read by later ones.
 */
export const ACTS = {
  'server-claimed': ['team'],
  'server-started': ['server', 'release'],
  'server-stopped': ['server', 'release'],
  /** A run of the doctor, a rehearsal, backup, restore, upgrade… */
  'operation-run': ['kind', 'succeeded'],
  /** `by`: sign-up or invitation. */
  'account-made': ['by'],
  'signed-in': ['session'],
  /** Signed out, by themselves or by a new password. */
  'session-ended': ['session'],
  /** How many in a minute from one network; nobody knows who they were. */
  'sign-ins-failed': ['count'],
  /** `by`: change, with the old one; reset, by a mailed link. */
  'password-changed': ['by'],
  /** `kind`: link or mail. */
  'invitation-made': ['invitation', 'team', 'kind'],
  'invitation-used': ['invitation', 'team'],
  'invitation-withdrawn': ['invitation', 'team'],
  'team-made': ['team'],
  /** `settings`: the names of what was changed, never the values. */
  'team-changed': ['team', 'settings'],
  'guest-policy-changed': ['team', 'guests'],
  'role-changed': ['team', 'member', 'role'],
  'member-removed': ['team', 'member'],
  'team-joined': ['team'],
  'team-archived': ['team'],
  'team-restored': ['team'],
  /** From one organization to another. */
  'team-moved': ['team', 'from', 'to'],
  'team-merged': ['team', 'into'],
  'organization-made': ['organization'],
  /** `settings`: the names of what was changed, never the values. */
  'organization-changed': ['organization', 'settings'],
  'organization-role-changed': ['organization', 'member', 'role'],
  'organization-member-removed': ['organization', 'member'],
  /** By the domain of their mail address. */
  'organization-joined': ['organization'],
  'domain-verified': ['organization'],
  'domain-removed': ['organization'],
  /** To join an organization or a team of it. */
  'request-answered': ['organization', 'member', 'answer'],
  'meeting-started': ['meeting', 'team'],
  'meeting-ended': ['meeting'],
  'meeting-reopened': ['meeting'],
  'meeting-deleted': ['meeting'],
  /** `participant`: their id in this meeting alone. */
  'participant-removed': ['meeting', 'participant'],
  'outcome-exported': ['meeting', 'format'],
  'outcome-mailed': ['meeting'],
  /** `scope`: person, team, organization; `of`: the id of that, and empty for a person. */
  'data-exported': ['export', 'scope', 'of'],
  'export-fetched': ['export'],
  /** `teams`: how many it is about. */
  'data-imported': ['import', 'organization', 'teams'],
  /** `format`: of which other tool. */
  'meeting-imported': ['meeting', 'team', 'format'],
  /** `months`: a number, or never. */
  'retention-changed': ['team', 'months'],
  /** Meetings that were kept long enough: how many. */
  'meetings-expired': ['team', 'meetings'],
  /** An account with all that is only about it. */
  'account-erased': ['account'],
  'activity-shared': ['activity', 'share'],
  /** `change`: made, changed, paused, resumed, ended. */
  'series-changed': ['series', 'change'],
  /** `by`: the server's owner, or what is paid for. */
  'plan-changed': ['organization', 'plan', 'by'],
  /** Title, next number or figures of a team's reports. */
  'report-channel-changed': ['team'],
  /** `audience`: private or public. */
  'report-published': ['report', 'team', 'audience'],
  'report-unpublished': ['report', 'team'],
  'report-corrected': ['report', 'team'],
  /** A draft; its number is not given again. */
  'report-deleted': ['team', 'number'],
  /** `form`: standard, or of which chat. */
  'webhook-made': ['webhook', 'form'],
  'webhook-changed': ['webhook'],
  'webhook-removed': ['webhook'],
  'mail-read': ['mail'],
  'mail-sent-again': ['mail'],
} as const;

export type ActName = keyof typeof ACTS;

export type About<Name extends ActName> = {
  readonly [Key in (typeof ACTS)[Name][number]]: string;
};

/** One act of its kind, with what belongs to it. */
export type Act = {
  [Name in ActName]: {
    readonly act: Name;
    /** The account that did it; null: a guest, somebody unknown, or the server by itself. */
    readonly actor: string | null;
    /** The network address it came from; only its first part is kept. */
    readonly address?: string;
    readonly about: About<Name>;
  };
}[ActName];
