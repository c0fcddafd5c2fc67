import { useLiveClient } from '@rondo/live/react';
import type { Command, PhaseId } from '@rondo/meeting';
import { useCallback } from 'react';
import { useExplain } from './useExplain.ts';

type Act = <Args>(command: Command<Args>, args: Args) => Promise<boolean>;

/** Sends a command of this phase, and says why where it was not carried out. @returns whether it was */
export function useAct(phase: PhaseId): Act {
  const { send } = useLiveClient();
  const explain = useExplain();
  return useCallback(
    async (command, args) => {
      const answer = await send(phase, command, args);
      if (answer !== 'done') explain(answer);
      return answer === 'done';
    },
    [send, explain, phase],
  );
}
