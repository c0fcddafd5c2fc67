import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Hand, hueStyle, MarkdownSpan, markdownText } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { useAct } from '../../parts/index.ts';
import { setHelped } from '../domain/index.ts';
import { useMyAnswers, useReview } from './useReview.ts';
import styles from './HelpedTray.module.css';

/** In the hand: did what is done for a while help? */
export function HelpedTray({ phase }: { phase: PhaseId }) {
  const { t } = useLingui();
  const { order, tasks } = useReview(phase).state;
  const mine = useMyAnswers(phase);
  const asked = order.filter((id) => tasks[id]?.doneAt !== undefined && tasks[id].helped === null);
  const left = asked.filter((id) => mine[id] === undefined).length;
  if (asked.length === 0) return null;
  return (
    <Hand
      title={t`Did it help?`}
      note={t`Only you see this`}
      count={
        left > 0 ? (
          <Plural value={left} one="# waits for your answer" other="# wait for your answer" />
        ) : (
          <Trans>answered</Trans>
        )
      }
      openLabel={t`Open your hand`}
      closeLabel={t`Close your hand`}
      // What is still open comes first; on a phone this would lie upon it.
      defaultOpen={order.every((id) => tasks[id]?.verdict !== null)}
    >
      <ul className={styles.list} style={hueStyle('review')}>
        {asked.map((id) => (
          <Question key={id} phase={phase} id={id} task={tasks[id]?.text ?? ''} answer={mine[id]} />
        ))}
      </ul>
    </Hand>
  );
}

interface QuestionProps {
  phase: PhaseId;
  id: string;
  task: string;
  answer: boolean | undefined;
}

function Question({ phase, id, task, answer }: QuestionProps) {
  const { t } = useLingui();
  const act = useAct(phase);
  const text = markdownText(task);
  const answers: [boolean, string][] = [
    [true, t`Yes`],
    [false, t`No`],
  ];
  return (
    <li className={styles.question} data-upright="">
      <span className={styles.text}>
        <MarkdownSpan text={task} />
      </span>
      <span className={styles.answers} role="group" aria-label={t`Did it help? ${text}`}>
        {answers.map(([helped, words]) => (
          <button
            key={words}
            type="button"
            className={styles.answer}
            aria-pressed={answer === helped}
            onClick={() =>
              void act(setHelped, { task: id, helped: answer === helped ? null : helped })
            }
          >
            {words}
          </button>
        ))}
      </span>
    </li>
  );
}
