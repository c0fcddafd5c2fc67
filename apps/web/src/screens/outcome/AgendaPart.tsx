import { Trans } from '@lingui/react/macro';
import { Badge, Markdown, Ring } from '@rondo/design';
import type { OutcomePart } from '@rondo/meeting';
import lines from '../Lines.module.css';
import styles from './BroughtAlong.module.css';

type Items = Extract<OutcomePart, { as: 'agenda' }>['items'];

/** The agenda: what was talked about, and what waits for next time. */
export function AgendaPart({ items }: { items: Items }) {
  return (
    <ul className={styles.list}>
      {items.map(({ id, text, note, by, pinned, done }) => (
        <li key={id} className={lines.item}>
          <Ring state={done ? 'done' : 'ahead'} hue="agenda" size={16} />
          <div className={lines.words}>
            <p className={lines.text}>{text}</p>
            {note !== undefined && <Markdown text={note} />}
            <p className={lines.small}>
              <span>{by}</span>
              {done ? <Trans>talked about</Trans> : <Trans>waits for next time</Trans>}
              {pinned && (
                <Badge hue="agenda">
                  <Trans>comes back every time</Trans>
                </Badge>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
