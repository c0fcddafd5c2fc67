/** One word after `npm run rondo --`. */
export interface Command {
  /** As one types it, such as `settings [--markdown]`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly means: string;
  /**
   * @param args what follows the word
   * @returns the exit code; nothing: 0. Throws `CannotStart` for what the person at the terminal can mend.
   */
  readonly run: (args: readonly string[]) => void | number | Promise<void | number>;
}
