/** Longer than this no ready server takes, ms. */
const PATIENCE_MS = 10_000;

/** @returns why nobody can come there, in words; nothing: they can */
export async function isReady(publicUrl: string, address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${publicUrl}/ready`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    if (answer.status === 200) return undefined;
    return `${address} answers ${answer.status} instead of being ready, when it is asked for ${publicUrl}/ready`;
  } catch (error) {
    return `${address} does not answer for ${publicUrl}: ${reasonOf(error)}`;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // `fetch failed` says nothing; what it was is behind it.
  return error.cause instanceof Error ? error.cause.message || String(error.cause) : error.message;
}
