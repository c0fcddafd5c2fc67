import { Plural } from '@lingui/react/macro';
import { Badge } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { useMyVotes } from './useVote.ts';
import styles from './Result.module.css';

/** All votes of a topic, as a bar against the topic with most, and how many of them are mine. */
export function Result({ phase, topic }: { phase: PhaseId; topic: GroupId }) {
  const mine = useMyVotes(phase, topic);
  const votes = useView((view) => view.board.groups[topic]?.votes ?? 0);
  const most = useView((view) =>
    Object.values(view.board.groups).reduce((max, group) => Math.max(max, group.votes ?? 0), 1),
  );
  return (
    <div className={styles.result}>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ inlineSize: `${(votes / most) * 100}%` }} />
      </span>
      <span className={styles.votes}>
        <Plural value={votes} one="# vote" other="# votes" />
      </span>
      {mine > 0 && (
        <Badge>
          <Plural value={mine} one="# yours" other="# yours" />
        </Badge>
      )}
    </div>
  );
}
