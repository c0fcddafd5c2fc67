import { patientListeners } from './listeners.ts';
import type { CommandStore } from './ports.ts';
import type { RefusedCommand } from './state.ts';
import type { Settled, Unanswered } from './stream.ts';

/** What happens to commands once they are answered. */
export interface Settling {
  /** These were answered as of entry `s`; the replica stands at `seq`. */
  readonly settle: (list: readonly Settled[], s: number, seq: number) => void;
  /** Answered, but in an entry that has not arrived: they are still shown, so that nothing flickers. */
  readonly lingering: (seq: number) => readonly Unanswered[];
  readonly onRefused: (listener: (refused: RefusedCommand) => void) => () => void;
}

export function createSettling(store: CommandStore, report: (defect: unknown) => void): Settling {
  const refused = patientListeners<RefusedCommand>();
  let carriedOut: readonly { command: Unanswered; s: number }[] = [];

  return {
    settle: (list, s, seq) => {
      for (const { command, answer } of list) {
        command.settle(answer);
        const { phase, name, args } = command;
        if (answer !== 'done') refused.tell({ phase, name, args, code: answer });
        else if (s > seq) carriedOut = [...carriedOut, { command, s }];
      }
      const last = list.at(-1);
      if (last) store.forget(last.client, last.command.n).catch(report);
    },
    lingering: (seq) => {
      carriedOut = carriedOut.filter(({ s }) => s > seq);
      return carriedOut.map(({ command }) => command);
    },
    onRefused: refused.add,
  };
}
