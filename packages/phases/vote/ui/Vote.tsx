import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { announce, EmptyState, useFlip } from '@rondo/design';
import { useSteers, useView } from '@rondo/live/react';
import { peopleIn, type PhaseId } from '@rondo/meeting';
import { useRef } from 'react';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange } from '../../parts/index.ts';
import { Budget } from './Budget.tsx';
import { Topic } from './Topic.tsx';
import { useTopics } from './useTopics.ts';
import { useVote } from './useVote.ts';
import { VoteTray } from './VoteTray.tsx';
import styles from './Vote.module.css';

/** Everybody gives their votes, unseen; closing counts them. */
export default function Vote({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const { status, settings } = useVote(phaseId);
  const steers = useSteers();
  const areCounted = status === 'done';
  const topics = useTopics(phaseId);
  const list = useRef<HTMLOListElement>(null);
  useFlip(list, topics);
  useChange(areCounted, () => {
    if (areCounted) announce(t`The votes are counted.`);
  });
  const { votes, perTopic } = settings;
  useChange(votes, () =>
    announce(t`Everybody has ${plural(votes, { one: '# vote', other: '# votes' })} now.`),
  );
  return (
    <>
      <Board>
        <PhaseHeading
          title={areCounted ? t`This matters most` : t`What should we talk about?`}
          note={
            areCounted ? (
              <Trans>Most votes first. Who voted for what stays secret.</Trans>
            ) : (
              <>
                <Plural value={votes} one="# vote each," other="# votes each," />{' '}
                <Plural
                  value={perTopic}
                  one="at most # on one topic. Nobody sees them until voting closes."
                  other="at most # on one topic. Nobody sees them until voting closes."
                />
              </>
            )
          }
          aside={steers && (status === 'open' || status === 'ahead') && <Budget phase={phaseId} />}
        />
        <PhaseStatus phase={phaseId} />
        {topics.length === 0 ? (
          <EmptyState hue="vote" title={t`There is nothing to vote on yet`}>
            <Trans>Topics are made of cards. They appear here once cards have been revealed.</Trans>
          </EmptyState>
        ) : (
          <>
            {status === 'open' && <Finished phase={phaseId} />}
            <ol ref={list} className={styles.topics} data-counted={areCounted ? '' : undefined}>
              {topics.map((topic, place) => (
                <li key={topic} className={styles.place}>
                  <Topic phase={phaseId} topic={topic} place={areCounted ? place + 1 : null} />
                </li>
              ))}
            </ol>
          </>
        )}
        {status === 'open' && (
          <Tip phase={phaseId}>
            <Trans>
              Votes are a wish for talking time, not a verdict. Say so before you start.
            </Trans>
          </Tip>
        )}
      </Board>
      {status === 'open' && topics.length > 0 && <VoteTray phase={phaseId} />}
    </>
  );
}

/** How many have given all their votes: a number, never a name. */
function Finished({ phase }: { phase: PhaseId }) {
  const { finished } = useVote(phase).state;
  const people = useView((view) => peopleIn(view.board).length);
  return (
    <p className={styles.finished}>
      {finished === 0 ? (
        <Trans>Nobody has given all votes yet.</Trans>
      ) : finished >= people ? (
        <Trans>Everybody has given all votes.</Trans>
      ) : (
        <Trans>
          {finished} of {people} have given all their votes.
        </Trans>
      )}
    </p>
  );
}
