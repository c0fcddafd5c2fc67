/** A part of the app that could not be fetched. */
class NotLoaded extends Error {
  constructor(cause: unknown) {
    super('a part of the app could not be loaded', { cause });
    this.name = 'NotLoaded';
  }
}

const failures = new WeakSet<object>();

/** Vite tells of every import that fails, in every browser's words. To be called once. */
export function noticeFailedImports(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => failures.add(payload));
}

/** Whether something broke because a part of the app could not be fetched. */
export const isNotLoaded = (error: unknown): boolean =>
  error instanceof NotLoaded || (error instanceof Error && failures.has(error));

/**
 * What loads a screen, with failures that are known as such. The router would load the whole page anew
 * for those, also without a connection, and there would be nothing left to look at.
 */
export const knownToFail =
  <Loaded>(load: () => Promise<Loaded>) =>
  (): Promise<Loaded> =>
    load().catch((error: unknown) => {
      throw isNotLoaded(error) ? new NotLoaded(error) : error;
    });
