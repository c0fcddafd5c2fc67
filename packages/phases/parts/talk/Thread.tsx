import { Trans, useLingui } from '@lingui/react/macro';
import { TypingDots, type Hue } from '@rondo/design';
import type { CommentId, PhaseId, Reactions, Said } from '@rondo/meeting';
import { useState } from 'react';
import { useWriters } from '../useWriters.ts';
import { CommentItem } from './CommentItem.tsx';
import { NewComment } from './NewComment.tsx';
import type { TalkActions } from './TalkActions.ts';
import { talkHue } from './talkHue.ts';
import styles from './Thread.module.css';

interface Props {
  phase: PhaseId;
  /** What is talked about, by its id. */
  about: string;
  /** Answers directly behind what they answer. */
  thread: readonly [CommentId, Said][];
  reactions: Reactions;
  act: TalkActions;
  hue: Hue;
  readOnly: boolean;
  /** There is a heading elsewhere. */
  hideTitle?: boolean;
}

/** What people say about a thing, with answers one level deep. */
export function Thread(props: Props) {
  const { phase, about, thread, reactions, act, hue, readOnly, hideTitle = false } = props;
  const { t } = useLingui();
  const [answering, setAnswering] = useState<CommentId | null>(null);
  const writers = useWriters(phase, `comment ${about}`);
  const roots = thread.filter(([, comment]) => comment.parent === null);
  return (
    <section className={styles.thread} aria-label={t`Comments`} style={talkHue(hue)}>
      {!hideTitle && (
        <h3 className={styles.title}>
          <Trans>Comments</Trans>
          {thread.length > 0 && <span className={styles.count}>{thread.length}</span>}
        </h3>
      )}
      {roots.length > 0 && (
        <ul className={styles.list}>
          {roots.map(([id, comment]) => {
            const answers = thread.filter(([, each]) => each.parent === id);
            return (
              <li key={id}>
                <CommentItem
                  id={id}
                  comment={comment}
                  reactions={reactions[id]}
                  act={act}
                  hue={hue}
                  readOnly={readOnly}
                  onAnswer={setAnswering}
                />
                {(answers.length > 0 || answering === id) && (
                  <ul className={styles.answers}>
                    {answers.map(([answerId, answer]) => (
                      <li key={answerId}>
                        <CommentItem
                          id={answerId}
                          comment={answer}
                          reactions={reactions[answerId]}
                          act={act}
                          hue={hue}
                          readOnly={readOnly}
                        />
                      </li>
                    ))}
                    {answering === id && (
                      <li>
                        <NewComment
                          phase={phase}
                          about={about}
                          act={act}
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
          <TypingDots hue={hue} label={writers} /> <span aria-hidden="true">{writers}</span>
        </p>
      )}
      {!readOnly && <NewComment key={about} phase={phase} about={about} act={act} parent={null} />}
      {readOnly && thread.length === 0 && (
        <p className={styles.small}>
          <Trans>Nobody has said anything here.</Trans>
        </p>
      )}
    </section>
  );
}
