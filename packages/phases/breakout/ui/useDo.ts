import { useSend } from '@rondo/live/react';
import type { Command, PhaseId } from '@rondo/meeting';
import { useExplain } from '../../parts/index.ts';

/** Sends a command of the phase, and says why where it was refused at once. */
export function useDo(phase: PhaseId): <Args>(command: Command<Args>, args: Args) => void {
  const send = useSend();
  const explain = useExplain();
  return (command, args) =>
    void send(phase, command, args).then((answer) => {
      if (answer !== 'done') explain(answer);
    });
}
