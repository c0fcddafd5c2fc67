import { useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { useLiveClient } from '@rondo/live/react';
import type { Command, GroupId, PhaseId } from '@rondo/meeting';
import { useMemo } from 'react';
import { useExplain } from '../../parts/index.ts';
import { finishTopic, moveTopic, openTopic, parkTopic } from '../domain/index.ts';

export interface Steering {
  open: (topic: GroupId) => void;
  finish: (topic: GroupId) => void;
  park: (topic: GroupId, parked: boolean) => void;
  /** Behind another; null: in front of all. */
  place: (topic: GroupId, behind: GroupId | null) => void;
}

/** What whoever facilitates does with topics. */
export function useSteering(phase: PhaseId): Steering {
  const { t } = useLingui();
  const { send } = useLiveClient();
  const explain = useExplain();
  return useMemo(() => {
    function act<Args>(command: Command<Args>, args: Args, words?: string): void {
      void send(phase, command, args).then((answer) => {
        if (answer !== 'done') explain(answer);
      });
      if (words !== undefined) announce(words);
    }
    return {
      open: (topic) => act(openTopic, { topic }),
      finish: (topic) => act(finishTopic, { topic }),
      park: (topic, parked) =>
        act(parkTopic, { topic, parked }, parked ? t`Parked` : t`Back among the topics`),
      place: (topic, behind) => act(moveTopic, { topic, behind }, t`Moved`),
    };
  }, [send, explain, phase, t]);
}
