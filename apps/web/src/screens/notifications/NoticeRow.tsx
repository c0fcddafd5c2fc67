import { useLingui } from '@lingui/react/macro';
import type { Notification } from '@rondo/contract';
import { dateIn, IconButton } from '@rondo/design';
import { useNavigate } from '@tanstack/react-router';
import { Check, CircleDot } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useNoticeWords } from './useNoticeWords.ts';
import styles from './Notifications.module.css';

interface Props {
  notice: Notification;
  onRead: (read: boolean) => void;
}

/** One thing that one is told; following it is to have read it. */
export function NoticeRow({ notice, onRead }: Props) {
  const { t, i18n } = useLingui();
  const words = useNoticeWords();
  const navigate = useNavigate();
  const { read, path, at, team } = notice;
  const text = words(notice);
  const follow = (event: MouseEvent, href: string): void => {
    if (!read) onRead(true);
    // Into another tab or window: as the browser does it.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ href });
  };
  return (
    <li className={styles.notice} data-read={read || undefined}>
      <span className={styles.mark}>
        {!read && <span className="visually-hidden">{t`New`}</span>}
      </span>
      <div className={styles.words}>
        {path === null ? (
          <span className={styles.text}>{text}</span>
        ) : (
          <a href={path} className={styles.text} onClick={(event) => follow(event, path)}>
            {text}
          </a>
        )}
        <span className={styles.small}>
          {team && <span>{team.name}</span>}
          <time dateTime={at}>{dateIn(i18n.locale, new Date(at), { timeStyle: 'short' })}</time>
        </span>
      </div>
      <IconButton
        size="s"
        tone="quiet"
        label={read ? t`Mark as not read` : t`Mark as read`}
        icon={read ? <CircleDot size={16} /> : <Check size={16} />}
        onClick={() => onRead(!read)}
      />
    </li>
  );
}
