import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Badge, Button, dateIn, hueStyle, markdownText } from '@rondo/design';
import { useMe, useSend, useView } from '@rondo/live/react';
import { nameOf, type ParticipantId, type PhaseId } from '@rondo/meeting';
import { MessageSquare } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { CardWords, Reactions, Thread, useWords, type TalkActions } from '../../parts/index.ts';
import {
  addComment,
  deleteComment,
  editComment,
  react,
  threadOn,
  type Answer,
  type AnswerId,
  type RespondPrompt,
} from '../domain/index.ts';
import { useRespond, useShown } from './useRespond.ts';
import styles from './AnswerItem.module.css';

interface Props {
  phase: PhaseId;
  id: AnswerId;
  answer: Answer;
  prompt: RespondPrompt;
  /** Above the answer: what it answers, who gave it, or both. */
  shows: 'prompt' | 'person' | 'both';
  isNew: boolean;
}

/** One answer, with signs and a thread of its own. */
export function AnswerItem({ phase, id, answer, prompt, shows, isNew }: Props) {
  const { t } = useLingui();
  const send = useSend();
  const words = useWords();
  const { state, status } = useRespond(phase);
  const shown = useShown(phase);
  const thread = useMemo(() => threadOn(shown, id), [shown, id]);
  const threadId = useId();
  const [opened, setOpened] = useState<'to-read' | 'to-write' | null>(null);
  const isOpen = opened !== null;
  const threadBox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever opens what others have said wants to read it first.
    if (opened === 'to-write') threadBox.current?.querySelector('textarea')?.focus();
  }, [opened]);
  const by = useView((view) => (answer.by === undefined ? null : nameOf(view.board, answer.by)));
  const act = useMemo(
    (): TalkActions => ({
      say: (comment) => send(phase, addComment, { ...comment, answer: id }),
      edit: (comment) => send(phase, editComment, comment),
      takeBack: (comment) => send(phase, deleteComment, { id: comment }),
      react: (comment, reaction, on) => send(phase, react, { target: { comment }, reaction, on }),
    }),
    [send, phase, id],
  );
  const canTalk = status !== 'skipped' && (state.revealed || shown.answers[id] !== undefined);
  const readOnly = !canTalk || status === 'ahead';
  const text = markdownText(answer.text);
  const to = by === null ? t`the answer “${text}”` : t`the answer of ${by}`;
  return (
    <article
      className={styles.answer}
      style={hueStyle(prompt.hue)}
      data-flag={prompt.flag && shows !== 'prompt' ? '' : undefined}
      aria-label={by === null ? words(prompt.title) : t`${by}: ${words(prompt.title)}`}
    >
      {shows !== 'person' && <h4 className={styles.prompt}>{words(prompt.title)}</h4>}
      {shows !== 'prompt' && (answer.by !== undefined || isNew) && (
        <Signature answer={answer} isNew={isNew} />
      )}
      {answer.gone ? (
        <p className={styles.gone}>
          <Trans>This answer was taken back.</Trans>
        </p>
      ) : (
        <div className={styles.text}>
          <CardWords text={answer.text} />
        </div>
      )}
      <div className={styles.foot}>
        {!answer.gone && (
          <Reactions
            given={shown.reactions[id]}
            onReact={(reaction, on) => send(phase, react, { target: { answer: id }, reaction, on })}
            to={to}
            hue="respond"
            readOnly={readOnly}
          />
        )}
        {(!readOnly || thread.length > 0) && (
          <Button
            size="s"
            tone="quiet"
            icon={<MessageSquare size={16} aria-hidden />}
            aria-expanded={isOpen}
            aria-controls={threadId}
            aria-label={
              thread.length === 0
                ? t`Comment on ${to}`
                : t`${plural(thread.length, { one: '# comment', other: '# comments' })} on ${to}`
            }
            onClick={() => setOpened(isOpen ? null : thread.length === 0 ? 'to-write' : 'to-read')}
          >
            {thread.length === 0 ? <Trans>Comment</Trans> : thread.length}
          </Button>
        )}
        {shows === 'prompt' && answer.edited && (
          <span className={styles.small}>
            <Trans>changed</Trans>
          </span>
        )}
      </div>
      <div ref={threadBox} id={threadId} className={styles.thread} hidden={!isOpen}>
        {isOpen && (
          <Thread
            phase={phase}
            about={id}
            thread={thread}
            reactions={shown.reactions}
            act={act}
            hue="respond"
            readOnly={readOnly}
            hideTitle
          />
        )}
      </div>
    </article>
  );
}

interface SignatureProps {
  answer: Pick<Answer, 'by' | 'at' | 'late'>;
  isNew: boolean;
  size?: number;
}

/** Who gave an answer, and when. */
export function Signature({ answer, isNew, size = 26 }: SignatureProps) {
  const { i18n } = useLingui();
  const me = useMe();
  const name = useView((view) => (answer.by === undefined ? null : nameOf(view.board, answer.by)));
  return (
    <p className={styles.signature}>
      {name !== null && answer.by !== undefined && (
        <Who name={name} person={answer.by} size={size} />
      )}
      {answer.by === me && (
        <Badge>
          <Trans>You</Trans>
        </Badge>
      )}
      {answer.at !== undefined && (
        <time className={styles.small} dateTime={new Date(answer.at).toISOString()}>
          {clock(answer.at, i18n.locale)}
        </time>
      )}
      {answer.late && (
        <Badge tone="warn">
          <Trans>late</Trans>
        </Badge>
      )}
      {isNew && answer.by !== me && (
        <Badge hue="respond">
          <Trans>new</Trans>
        </Badge>
      )}
    </p>
  );
}

function Who({ name, person, size }: { name: string; person: ParticipantId; size: number }) {
  return (
    <>
      <Avatar name={name} seed={person} size={size} silent />
      <span className={styles.name}>{name}</span>
    </>
  );
}

/** The time; with the day where it is another one than today. */
function clock(at: number, locale: string): string {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  return dateIn(locale, moment, {
    timeStyle: 'short',
    ...(!isToday && { dateStyle: 'medium' }),
  });
}
