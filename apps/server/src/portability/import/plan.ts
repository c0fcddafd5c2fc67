/** What somebody wishes from an archive that was sent. */
export interface ImportPlan {
  /** Ids in the archive; null: all. */
  readonly teams: readonly string[] | null;
  readonly invite: boolean;
}

/** What an import has made by now; what is in here is not made again. */
export interface ImportResult {
  /** The organization that it has made for the teams, as long as there is none of them. */
  readonly organization?: string;
  /** By the team's id in the archive. */
  readonly teams: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
}
