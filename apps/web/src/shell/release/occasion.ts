let isDue = false;
let ask = (): void => {
  isDue = true;
};

/** The server may be another one now: its release is asked for in a moment. */
export function serverMayBeNew(): void {
  ask();
}

/** Who asks; told at once of what came before. To be called once. */
export function onOccasion(listener: () => void): void {
  ask = listener;
  if (isDue) listener();
}
