/**
 * The addresses of the web app whose views are counted, as patterns: what stands for a `$part` is never
 * kept. Any other address is `/*`.
 */
export const PAGES = [
  '/',
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/new-password',
  '/first-start',
  '/join',
  '/enter',
  '/demo',
  '/demo/$story',
  '/play',
  '/compose',
  '/m/$meeting',
  '/m/$meeting/outcome',
  '/s/$key',
  '/r/$key',
  '/tasks',
  '/search',
  '/notifications',
  '/account',
  '/account/notifications',
  '/account/data',
  '/teams/$team',
  '/teams/$team/settings',
  '/teams/$team/tasks',
  '/teams/$team/timeline',
  '/teams/$team/library',
  '/teams/$team/library/$activity',
  '/teams/$team/compose',
  '/teams/$team/schedule',
  '/teams/$team/series/$series',
  '/teams/$team/series/$series/edit',
  '/teams/$team/reports',
  '/reports/$report',
  '/teams/$team/import',
  '/organizations',
  '/organizations/$organization',
  '/verify-domain',
  '/unsubscribe',
  '/outbox',
  '/outbox/$mail',
  '/server',
  '/server/metrics',
  '/*',
] as const;
export type PagePattern = (typeof PAGES)[number];

const split = (path: string): string[] => path.split('/').filter((part) => part !== '');

const PATTERNS = PAGES.map((page) => ({ page, parts: split(page) }));

/** The pattern that an address, or a pattern itself, belongs to. */
export function pageOf(path: string): PagePattern {
  const parts = split(path);
  const found = PATTERNS.find(
    ({ parts: pattern }) =>
      pattern.length === parts.length &&
      pattern.every((each, index) => each.startsWith('$') || each === parts[index]),
  );
  return found?.page ?? '/*';
}
