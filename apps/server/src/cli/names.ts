/** `A,B` as it is typed behind an option. */
export const namesIn = (typed = ''): string[] =>
  typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
