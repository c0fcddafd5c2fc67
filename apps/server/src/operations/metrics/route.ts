/**
 * The pattern of a path outside of the API, such as `/assets/{file}`: few, whatever people ask for.
 * Paths of the API are named by the endpoint that answers; what no endpoint answers is `/api/*`.
 */
export function routeOf(pathname: string): string {
  const found = PATTERNS.find(([pattern]) => pattern.test(pathname));
  return found?.[1] ?? '/*';
}

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^\/(health|ready|metrics|release|operations\/settings)$/, '/operations'],
  [/^\/live\/stream$/, '/live/stream'],
  [/^\/live\/send$/, '/live/send'],
  [/^\/api\/auth\//, '/api/auth/*'],
  [/^\/api\//, '/api/*'],
  [/^\/calendar\//, '/calendar/{token}'],
  [/^\/assets\//, '/assets/{file}'],
];
