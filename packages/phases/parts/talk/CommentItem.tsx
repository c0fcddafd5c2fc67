import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar, Badge, IconButton, Markdown, markdownText, type Hue } from '@rondo/design';
import { useLiveClient, useMe, useView } from '@rondo/live/react';
import { nameOf, type CommentId, type Reactions as Given, type Said } from '@rondo/meeting';
import { Pencil, Reply, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { useExplain } from '../useExplain.ts';
import { CommentField } from './CommentField.tsx';
import { mentionsIn, withBoldNames } from './mentions.ts';
import { Reactions } from './Reactions.tsx';
import type { TalkActions } from './TalkActions.ts';
import styles from './Thread.module.css';

interface Props {
  id: CommentId;
  comment: Said;
  reactions: Given[string] | undefined;
  act: TalkActions;
  hue: Hue;
  readOnly: boolean;
  /** Absent where answers are not answered. */
  onAnswer?: (id: CommentId) => void;
}

/** One thing that somebody said. */
export const CommentItem = memo(function CommentItem(props: Props) {
  const { id, comment, reactions, act, hue, readOnly, onAnswer } = props;
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
            <Badge hue={hue}>
              <Trans>To you</Trans>
            </Badge>
          )}
        </p>
        {isEditing ? (
          <Editor id={id} comment={comment} act={act} onDone={() => setEditing(false)} />
        ) : (
          <div className={styles.text}>
            <Markdown text={withBoldNames(comment.text, comment.mentions, people)} />
          </div>
        )}
        {!isEditing && (
          <div className={styles.foot}>
            <Reactions
              given={reactions}
              onReact={(reaction, on) => act.react(id, reaction, on)}
              to={t`the comment of ${name}`}
              hue={hue}
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

function Own({ id, comment, act, onEdit }: Props & { onEdit: () => void }) {
  const { t } = useLingui();
  const words = markdownText(comment.text);
  const explain = useExplain();
  return (
    <>
      <IconButton size="s" label={t`Edit: ${words}`} icon={<Pencil size={16} />} onClick={onEdit} />
      <IconButton
        size="s"
        label={t`Take back: ${words}`}
        icon={<Trash2 size={16} />}
        onClick={() =>
          void act.takeBack(id).then((answer) => {
            if (answer !== 'done') explain(answer);
          })
        }
      />
    </>
  );
}

interface EditorProps {
  id: CommentId;
  comment: Said;
  act: TalkActions;
  onDone: () => void;
}

function Editor({ id, comment, act, onDone }: EditorProps) {
  const { t } = useLingui();
  const { getState } = useLiveClient();
  const explain = useExplain();
  const [text, setText] = useState(comment.text);

  function save(): void {
    const words = text.trim();
    onDone();
    if (words === comment.text) return;
    const mentions = mentionsIn(words, getState().view?.board.people ?? {});
    void act.edit({ id, text: words, mentions }).then((answer) => {
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
