/** Whose figures: an organization by its id, or everybody on this server. */
export type Scope = string;

/** As the tables write it. */
export const WHOLE_SERVER: Scope = '00000000-0000-0000-0000-000000000000';
