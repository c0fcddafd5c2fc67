import { useLiveClient } from '@rondo/live/react';
import type { Command, PhaseId, RefusalCode } from '@rondo/meeting';
import { useCallback } from 'react';
import { useExplain } from '../../parts/index.ts';

type Act = <Args>(command: Command<Args>, args: Args) => Promise<'done' | RefusalCode>;

/** Sends a command of this phase, and says so where it is refused. */
export function useAct(phase: PhaseId): Act {
  const { send } = useLiveClient();
  const explain = useExplain();
  return useCallback(
    async (command, args) => {
      const answer = await send(phase, command, args);
      if (answer !== 'done') explain(answer);
      return answer;
    },
    [send, explain, phase],
  );
}
