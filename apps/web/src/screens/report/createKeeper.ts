export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

export interface KeeperPorts<T> {
  /** Rejects when it was not saved. @returns the version it has now */
  readonly save: (value: T, version: number) => Promise<number>;
  /** Whether somebody else was quicker, which no repeat mends. */
  readonly isConflict: (error: unknown) => boolean;
  /** Runs something once typing has paused; returns how to prevent it. */
  readonly afterPause: (run: () => void) => () => void;
  readonly tell: (saving: Saving) => void;
}

export interface Keeper<T> {
  readonly change: (value: T) => void;
  /** Saves what is not saved, now; resolves when there is nothing left to do, or it did not work. */
  readonly flush: () => Promise<boolean>;
  /** Goes on from another version: what is shown was chosen by a person. */
  readonly rebase: (version: number) => void;
  readonly version: () => number;
  readonly stop: () => void;
}

/**
 * Saves by itself what somebody edits: one save at a time, each from the version that the last one
 * made. After a conflict it saves nothing until a person has decided.
 */
export function createKeeper<T>(first: number, ports: KeeperPorts<T>): Keeper<T> {
  let version = first;
  let waiting: { value: T } | null = null;
  let running: Promise<boolean> | null = null;
  let isStuck = false;
  let stopWaiting = (): void => undefined;

  async function run(): Promise<boolean> {
    while (waiting && !isStuck) {
      const { value } = waiting;
      waiting = null;
      ports.tell('saving');
      try {
        version = await ports.save(value, version);
      } catch (error) {
        // Unless something newer is waiting already.
        waiting ??= { value };
        isStuck = ports.isConflict(error);
        ports.tell(isStuck ? 'conflict' : 'failed');
        return false;
      }
    }
    if (!isStuck) ports.tell('saved');
    return !isStuck;
  }

  function flush(): Promise<boolean> {
    stopWaiting();
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    change: (value) => {
      waiting = { value };
      if (isStuck) return;
      ports.tell('waiting');
      stopWaiting();
      stopWaiting = ports.afterPause(() => void flush());
    },
    flush,
    rebase: (next) => {
      version = next;
      isStuck = false;
      waiting = null;
      ports.tell('saved');
    },
    version: () => version,
    stop: () => stopWaiting(),
  };
}
