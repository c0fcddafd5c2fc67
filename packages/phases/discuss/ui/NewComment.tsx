import { useLingui } from '@lingui/react/macro';
import { newId, useLiveClient } from '@rondo/live/react';
import type { GroupId, PhaseId } from '@rondo/meeting';
import { useDraft, useExplain, useTyping } from '../../parts/index.ts';
import { addComment, type CommentId } from '../domain/index.ts';
import { CommentField } from './CommentField.tsx';
import { mentionsIn } from './mentions.ts';

interface Props {
  phase: PhaseId;
  topic: GroupId;
  /** The comment that is answered. */
  parent: CommentId | null;
  /** An answer is over when it is sent or given up. */
  onDone?: () => void;
}

/** A comment being written. It is kept on this device until it is sent. */
export function NewComment({ phase, topic, parent, onDone }: Props) {
  const { t } = useLingui();
  const { send, getState } = useLiveClient();
  const explain = useExplain();
  const typing = useTyping(phase);
  const [text, setText] = useDraft(phase, `comment.${parent ?? topic}`);

  function say(): void {
    const words = text.trim();
    setText('');
    typing(null);
    onDone?.();
    const people = getState().view?.board.people ?? {};
    void send(phase, addComment, {
      id: newId<'comment'>(),
      topic,
      text: words,
      parent,
      mentions: mentionsIn(words, people),
    }).then((answer) => {
      if (answer === 'done') return;
      explain(answer);
      setText(words);
    });
  }

  return (
    <CommentField
      label={parent === null ? t`Your comment` : t`Your answer`}
      placeholder={parent === null ? t`Say something about this…` : t`Answer…`}
      submit={parent === null ? t`Comment` : t`Answer`}
      value={text}
      autoFocus={parent !== null}
      onChange={(next) => {
        setText(next);
        typing(next.trim() === '' ? null : `comment ${topic}`);
      }}
      onBlur={() => typing(null)}
      onSubmit={say}
      onCancel={onDone}
    />
  );
}
