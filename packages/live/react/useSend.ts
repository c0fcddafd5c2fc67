import type { Command, PhaseId } from '@rondo/meeting';
import { useEffect } from 'react';
import type { Doing, LiveClient, RefusedCommand } from '../src/client/index.ts';
import { useLiveClient } from './MeetingProvider.tsx';
import { useLive } from './useLive.ts';

/** Does something: `await send(phase, addCard, { … })` gives `done` or the reason why not. */
export const useSend = (): LiveClient['send'] => useLiveClient().send;

/**
 * True while such a command waits for its answer; for the buttons of server commands. `match` narrows
 * it to certain arguments: `useWaiting(null, finishPhase, (args) => args.phase === id)`.
 */
export const useWaiting = <Args>(
  phase: PhaseId | null,
  command: Command<Args>,
  match?: (args: Args) => boolean,
): boolean =>
  useLive(({ waiting }) =>
    waiting.some(
      (each) =>
        each.phase === phase &&
        each.name === command.name &&
        // Kept as they were sent, so they have the type of this command's arguments.
        (match === undefined || match(each.args as Args)),
    ),
  );

/** Calls back for every command that the server refuses. */
export function useRefused(listener: (refused: RefusedCommand) => void): void {
  const client = useLiveClient();
  useEffect(() => client.onRefused(listener), [client, listener]);
}

/** Replaces what others see me doing: where I look, type, drag. */
export const useTell = (): ((doing: Doing) => void) => useLiveClient().tell;
