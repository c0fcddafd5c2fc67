/** What tells the build that this page was loaded from apart from others; null while developing. */
export const ownBuild: string | null =
  document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? null;

/** Which build the server has now: this page's own, another one, or no answer at all. */
export async function buildOfServer(): Promise<'own' | 'other' | 'offline'> {
  try {
    const answer = await fetch('/release', { cache: 'no-store' });
    if (!answer.ok) return 'offline';
    // Our own server's answer; a proxy's page is no JSON, which throws.
    const { web } = (await answer.json()) as { web: string | null };
    return web === null || web === ownBuild ? 'own' : 'other';
  } catch {
    // No connection, or something between us and the server answers in its place.
    return 'offline';
  }
}
