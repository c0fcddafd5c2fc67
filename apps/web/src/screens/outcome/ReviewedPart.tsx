import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, dateIn, Markdown, Ring } from '@rondo/design';
import type { OutcomePart } from '@rondo/meeting';
import lines from '../Lines.module.css';
import styles from './BroughtAlong.module.css';

type Task = Extract<OutcomePart, { as: 'reviewed' }>['tasks'][number];

/** What became of what was promised before. */
export function ReviewedPart({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className={styles.list}>
      {tasks.map((task) => (
        <li key={task.id} className={lines.item}>
          <Ring
            state={
              task.verdict === 'done' ? 'done' : task.verdict === 'dropped' ? 'skipped' : 'ahead'
            }
            hue="review"
            size={16}
          />
          <div className={lines.words}>
            <div className={lines.text}>
              <Markdown text={task.text} />
            </div>
            <Facts task={task} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Facts({ task: { owner, due, meeting, verdict, helped, putOff } }: { task: Task }) {
  const { t, i18n } = useLingui();
  const words = {
    done: t`done`,
    keep: t`stays open`,
    changed: t`changed, stays open`,
    dropped: t`dropped`,
  };
  return (
    <p className={lines.small}>
      <Badge tone={verdict === 'done' ? 'ok' : 'neutral'}>
        {putOff ? t`missed before, put off` : verdict === null ? t`not decided` : words[verdict]}
      </Badge>
      <span>{owner ?? t`nobody yet`}</span>
      {due && <span>{dateIn(i18n.locale, new Date(`${due}T00:00`), { dateStyle: 'medium' })}</span>}
      <span>{meeting}</span>
      {helped && (
        <span>
          <Trans>
            Did it help? {helped.yes} yes, {helped.no} no
          </Trans>
        </span>
      )}
    </p>
  );
}
