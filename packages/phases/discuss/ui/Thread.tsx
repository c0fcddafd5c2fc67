import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { announce, TypingDots } from '@rondo/design';
import { useMe, useView } from '@rondo/live/react';
import { nameOf, type GroupId, type PhaseId } from '@rondo/meeting';
import { useMemo, useState } from 'react';
import { useChange, useWriters } from '../../parts/index.ts';
import { threadOf, type CommentId } from '../domain/index.ts';
import { CommentItem } from './CommentItem.tsx';
import { NewComment } from './NewComment.tsx';
import { useDiscuss } from './useDiscuss.ts';
import styles from './Thread.module.css';

interface Props {
  phase: PhaseId;
  topic: GroupId;
  readOnly: boolean;
}

/** What people say about a topic, with answers one level deep. */
export function Thread({ phase, topic, readOnly }: Props) {
  const { t } = useLingui();
  const { state } = useDiscuss(phase);
  const thread = useMemo(() => threadOf(state, topic), [state, topic]);
  const [answering, setAnswering] = useState<CommentId | null>(null);
  const writers = useWriters(phase, `comment ${topic}`);
  useNews(phase, topic);
  const roots = thread.filter(([, comment]) => comment.parent === null);
  return (
    <section className={styles.thread} aria-label={t`Comments`}>
      <h3 className={styles.title}>
        <Trans>Comments</Trans>
        {thread.length > 0 && <span className={styles.count}>{thread.length}</span>}
      </h3>
      {roots.length > 0 && (
        <ul className={styles.list}>
          {roots.map(([id, comment]) => {
            const answers = thread.filter(([, each]) => each.parent === id);
            return (
              <li key={id}>
                <CommentItem
                  phase={phase}
                  id={id}
                  comment={comment}
                  readOnly={readOnly}
                  onAnswer={setAnswering}
                />
                {(answers.length > 0 || answering === id) && (
                  <ul className={styles.answers}>
                    {answers.map(([answerId, answer]) => (
                      <li key={answerId}>
                        <CommentItem
                          phase={phase}
                          id={answerId}
                          comment={answer}
                          readOnly={readOnly}
                        />
                      </li>
                    ))}
                    {answering === id && (
                      <li>
                        <NewComment
                          phase={phase}
                          topic={topic}
                          parent={id}
                          onDone={() => setAnswering(null)}
                        />
                      </li>
                    )}
                  </ul>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {writers && (
        <p className={styles.writers}>
          <TypingDots hue="discuss" label={writers} /> <span aria-hidden="true">{writers}</span>
        </p>
      )}
      {!readOnly && <NewComment key={topic} phase={phase} topic={topic} parent={null} />}
      {readOnly && thread.length === 0 && (
        <p className={styles.small}>
          <Trans>Nobody has said anything here.</Trans>
        </p>
      )}
    </section>
  );
}

/** Tells what others say: in full when it is to me, else that there is something. */
function useNews(phase: PhaseId, topic: GroupId): void {
  const { t } = useLingui();
  const me = useMe();
  const { state } = useDiscuss(phase);
  const people = useView((view) => view.board);
  useChange(state.said, (before) => {
    const fresh = Object.values(state.comments).filter(
      (comment) => comment.n > before && comment.by !== me,
    );
    const [latest] = fresh;
    if (!latest) return;
    const isForMe = fresh.find((comment) => comment.mentions.includes(me));
    if (isForMe) announce(t`${nameOf(people, isForMe.by)} says to you: ${isForMe.text}`);
    else if (fresh.some((comment) => comment.topic === topic))
      announce(
        fresh.length === 1
          ? t`${nameOf(people, latest.by)} has commented`
          : t`${plural(fresh.length, { one: '# new comment', other: '# new comments' })}`,
      );
  });
}
