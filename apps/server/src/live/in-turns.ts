/** So much of what waits is done before whatever else there is gets its turn, ms. */
const SLICE_MS = 15;

/**
 * Does what comes in the order in which it came, a little in each turn of the event loop: when thousands
 * come back at once, those who are here are answered in between.
 */
export function inTurns(): (work: () => void) => void {
  let waiting: (() => void)[] = [];
  let isGoingOn = false;

  const goOn = (): void => {
    const until = performance.now() + SLICE_MS;
    let done = 0;
    try {
      while (done < waiting.length && performance.now() < until) waiting[done++]?.();
    } finally {
      waiting = waiting.slice(done);
      isGoingOn = waiting.length > 0;
      if (isGoingOn) setImmediate(goOn);
    }
  };

  return (work) => {
    waiting.push(work);
    if (isGoingOn) return;
    isGoingOn = true;
    setImmediate(goOn);
  };
}
