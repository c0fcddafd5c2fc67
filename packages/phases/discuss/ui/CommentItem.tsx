import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Badge, IconButton, Markdown, markdownText } from '@rondo/design';
import { useLiveClient, useMe, useView } from '@rondo/live/react';
import { nameOf, type PhaseId } from '@rondo/meeting';
import { Pencil, Reply, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { useExplain } from '../../parts/index.ts';
import { deleteComment, editComment, type Comment, type CommentId } from '../domain/index.ts';
import { CommentField } from './CommentField.tsx';
import { mentionsIn, withBoldNames } from './mentions.ts';
import { Reactions } from './Reactions.tsx';
import styles from './Thread.module.css';

interface Props {
  phase: PhaseId;
  id: CommentId;
  comment: Comment;
  readOnly: boolean;
  /** Absent where answers are not answered. */
  onAnswer?: (id: CommentId) => void;
}

/** One thing that somebody said. */
export const CommentItem = memo(function CommentItem(props: Props) {
  const { phase, id, comment, readOnly, onAnswer } = props;
  const { t } = useLingui();
  const me = useMe();
  const name = useView((view) => nameOf(view.board, comment.by));
  const people = useView((view) => view.board.people);
  const [isEditing, setEditing] = useState(false);
  if (comment.deleted) {
    return (
      <p className={styles.gone}>
        <Trans>A comment that was taken back</Trans>
      </p>
    );
  }
  const isForMe = comment.mentions.includes(me);
  const isMine = comment.by === me;
  return (
    <article className={styles.comment} data-for-me={isForMe ? '' : undefined} aria-label={name}>
      <Avatar name={name} seed={comment.by} size={30} silent />
      <div className={styles.said}>
        <p className={styles.by}>
          <span className={styles.name}>{name}</span>
          {comment.edited && (
            <span className={styles.small}>
              <Trans>changed</Trans>
            </span>
          )}
          {isForMe && (
            <Badge hue="discuss">
              <Trans>To you</Trans>
            </Badge>
          )}
        </p>
        {isEditing ? (
          <Editor phase={phase} id={id} comment={comment} onDone={() => setEditing(false)} />
        ) : (
          <div className={styles.text}>
            <Markdown text={withBoldNames(comment.text, comment.mentions, people)} />
          </div>
        )}
        {!isEditing && (
          <div className={styles.foot}>
            <Reactions
              phase={phase}
              target={{ comment: id }}
              to={t`the comment of ${name}`}
              readOnly={readOnly}
            />
            {!readOnly && onAnswer && (
              <IconButton
                size="s"
                label={t`Answer ${name}`}
                icon={<Reply size={17} />}
                onClick={() => onAnswer(id)}
              />
            )}
            {!readOnly && isMine && (
              <span className={styles.own}>
                <Own {...props} onEdit={() => setEditing(true)} />
              </span>
            )}
          </div>
        )}
      </div>
    </article>
  );
});

function Own({ phase, id, comment, onEdit }: Props & { onEdit: () => void }) {
  const { t } = useLingui();
  const words = markdownText(comment.text);
  const { send } = useLiveClient();
  const explain = useExplain();
  return (
    <>
      <IconButton size="s" label={t`Edit: ${words}`} icon={<Pencil size={16} />} onClick={onEdit} />
      <IconButton
        size="s"
        label={t`Take back: ${words}`}
        icon={<Trash2 size={16} />}
        onClick={() =>
          void send(phase, deleteComment, { id }).then((answer) => {
            if (answer !== 'done') explain(answer);
          })
        }
      />
    </>
  );
}

interface EditorProps {
  phase: PhaseId;
  id: CommentId;
  comment: Comment;
  onDone: () => void;
}

function Editor({ phase, id, comment, onDone }: EditorProps) {
  const { t } = useLingui();
  const { send, getState } = useLiveClient();
  const explain = useExplain();
  const [text, setText] = useState(comment.text);

  function save(): void {
    const words = text.trim();
    onDone();
    if (words === comment.text) return;
    const mentions = mentionsIn(words, getState().view?.board.people ?? {});
    void send(phase, editComment, { id, text: words, mentions }).then((answer) => {
      if (answer !== 'done') explain(answer);
    });
  }

  return (
    <CommentField
      label={t`Your comment`}
      placeholder=""
      submit={t`Save`}
      value={text}
      autoFocus
      onChange={setText}
      onSubmit={save}
      onCancel={onDone}
    />
  );
}
