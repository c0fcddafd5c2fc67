import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { sameItems, useView } from '@rondo/live/react';
import { topicsOf, type GroupId, type PhaseId } from '@rondo/meeting';
import { TaskForm, TaskList, useTopicTitle } from '../../parts/index.ts';
import { useParked } from './useParked.ts';
import styles from './Remains.module.css';

/** What the meeting leaves behind: its tasks, its topics, what was parked. */
export function Remains({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const hasTasks = useView((view) => Object.keys(view.board.tasks).length > 0);
  const isRunning = useView((view) => view.board.status === 'running');
  const parked = useParked();
  const topics = useView(({ board }) => topicsOf(board, phase).map(([id]) => id), sameItems);
  const talked = topics.filter((id) => !parked.has(id));
  const set = topics.filter((id) => parked.has(id));
  return (
    <div className={styles.remains}>
      <section className={styles.tasks}>
        <h3>
          <Trans>What you agreed on</Trans>
        </h3>
        {!hasTasks && (
          <p className={styles.none}>
            <Trans>No tasks yet. One small thing that somebody really does is plenty.</Trans>
          </p>
        )}
        <TaskList label={t`Tasks`} readOnly={!isRunning} />
        {isRunning && <TaskForm topic={null} />}
      </section>
      {talked.length > 0 && (
        <section className={styles.topics}>
          <h3>
            <Trans>What you talked about</Trans>
          </h3>
          <Topics topics={talked} />
        </section>
      )}
      {set.length > 0 && (
        <section className={styles.topics}>
          <h3>
            <Trans>Parked for another time</Trans>
          </h3>
          <Topics topics={set} />
        </section>
      )}
    </div>
  );
}

function Topics({ topics }: { topics: readonly GroupId[] }) {
  return (
    <ol className={styles.list}>
      {topics.map((topic) => (
        <Topic key={topic} topic={topic} />
      ))}
    </ol>
  );
}

function Topic({ topic }: { topic: GroupId }) {
  const title = useTopicTitle(topic);
  const votes = useView((view) => view.board.groups[topic]?.votes);
  return (
    <li className={styles.topic}>
      <span className={styles.title}>{title}</span>
      {votes !== undefined && votes > 0 && (
        <span className={styles.votes}>
          <Plural value={votes} one="# vote" other="# votes" />
        </span>
      )}
    </li>
  );
}
