import type { GroupId, PhaseId } from '@rondo/meeting';
import { memo } from 'react';
import { TopicCard } from '../../parts/index.ts';
import { Result } from './Result.tsx';
import { useVote } from './useVote.ts';
import { VoteButtons } from './VoteButtons.tsx';

interface Props {
  phase: PhaseId;
  topic: GroupId;
  /** Where it stands once votes are counted. */
  place: number | null;
}

/** A topic with my votes on it while voting is open, with everybody's once they are counted. */
export const Topic = memo(function Topic({ phase, topic, place }: Props) {
  const { status } = useVote(phase);
  return (
    <TopicCard topic={topic}>
      {(titleId) =>
        place !== null ? (
          <Result phase={phase} topic={topic} />
        ) : status === 'open' ? (
          <VoteButtons phase={phase} topic={topic} titleId={titleId} />
        ) : null
      }
    </TopicCard>
  );
});
