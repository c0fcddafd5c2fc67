import type { Pool } from 'pg';

/** Whether new people should be sent to this server. */
export interface Readiness {
  readonly isDraining: () => boolean;
  /** @param isReplaced another process listens on the same port: whoever asks there is sent to it */
  readonly startDraining: (isReplaced?: boolean) => void;
  /** Undefined: ready. Else why not, for whoever runs the server. */
  readonly problem: () => Promise<'draining' | 'database' | undefined>;
}

/** The database has to answer within this time, in ms. */
const PATIENCE = 5_000;

export function makeReadiness(pool: Pool): Readiness {
  let draining = false;
  let replaced = false;
  return {
    isDraining: () => draining,
    startDraining: (isReplaced = false) => {
      draining = true;
      replaced = isReplaced;
    },
    problem: async () => {
      if (draining && !replaced) return 'draining';
      const late = AbortSignal.timeout(PATIENCE);
      const answered = pool.query('select 1').then(
        () => true,
        () => false,
      );
      const isLate = new Promise<boolean>((resolve) =>
        late.addEventListener('abort', () => resolve(false), { once: true }),
      );
      return (await Promise.race([answered, isLate])) ? undefined : 'database';
    },
  };
}
