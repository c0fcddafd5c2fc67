import { useEffect, useRef } from 'react';

/** Runs when `value` is another than before; not for the first one. For telling what others did. */
export function useChange<T>(value: T, run: (before: T) => void): void {
  const last = useRef(value);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const before = last.current;
    last.current = value;
    if (!Object.is(before, value)) latest.current(before);
  }, [value]);
}
