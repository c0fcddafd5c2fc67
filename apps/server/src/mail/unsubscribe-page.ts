/**
 * The address that a mail names for one click is asked for by POST; programs that do not know of that
 * open it as a page. There the token stands behind the #, as in all our links.
 * @returns null: the path is another one
 */
export function unsubscribePage(pathname: string): string | null {
  const [, token] = /^\/api\/unsubscribe\/([\w-]+)$/.exec(pathname) ?? [];
  return token === undefined ? null : `/unsubscribe#${token}`;
}
