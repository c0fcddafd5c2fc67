import { afterAll } from 'vitest';

type Ending = () => unknown;

/** Of the test file that runs in this process: one after the other, they share what they load. */
const endings = new Set<Ending>();

/**
 * Ends something when the test file is done. Vitest forgets an `afterAll` that is first said while
 * tests or their `beforeAll` run, and what was opened there would go on among the next files.
 */
export function atEndOfFile(end: Ending): void {
  endings.add(end);
}

/** Said by what Vitest loads before every file. */
export function endWithEachFile(): void {
  afterAll(async () => {
    const all = [...endings].toReversed();
    endings.clear();
    await Promise.all(all.map((end) => end()));
  });
}
