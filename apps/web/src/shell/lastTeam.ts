const KEY = 'rondo.team';

/** The team this browser showed last. */
export const lastTeam = (): string | null => localStorage.getItem(KEY);

export const rememberTeam = (team: string): void => localStorage.setItem(KEY, team);
