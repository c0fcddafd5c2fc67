export interface Listeners<T> {
  /** Returns how to stop. */
  readonly add: (listener: (value: T) => void) => () => void;
  readonly tell: (value: T) => void;
}

export function listeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>();
  return {
    add: (listener) => {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell: (value) => {
      for (const listener of all) listener(value);
    },
  };
}

/** The same, but what nobody listens to is kept for the first who does. */
export function patientListeners<T>(): Listeners<T> {
  const all = listeners<T>();
  let count = 0;
  let kept: T[] = [];
  return {
    add: (listener) => {
      const stop = all.add(listener);
      count++;
      const values = kept;
      kept = [];
      for (const value of values) listener(value);
      let isOn = true;
      return () => {
        if (isOn) count--;
        isOn = false;
        stop();
      };
    },
    tell: (value) => {
      if (count > 0) all.tell(value);
      else kept.push(value);
    },
  };
}
