import { useLingui } from '@lingui/react/macro';
import { newId, useLiveClient } from '@rondo/live/react';
import type { CommentId, PhaseId } from '@rondo/meeting';
import { useDraft } from '../useDraft.ts';
import { useExplain } from '../useExplain.ts';
import { useTyping } from '../useTyping.ts';
import { CommentField } from './CommentField.tsx';
import { mentionsIn } from './mentions.ts';
import type { TalkActions } from './TalkActions.ts';

interface Props {
  phase: PhaseId;
  /** What is talked about, by its id. */
  about: string;
  act: TalkActions;
  /** The comment that is answered. */
  parent: CommentId | null;
  /** An answer is over when it is sent or given up. */
  onDone?: () => void;
}

/** A comment being written. It is kept on this device until it is sent. */
export function NewComment({ phase, about, act, parent, onDone }: Props) {
  const { t } = useLingui();
  const { getState } = useLiveClient();
  const explain = useExplain();
  const typing = useTyping(phase);
  const { text, write, giveBack } = useDraft(phase, `comment.${parent ?? about}`);

  function say(): void {
    const words = text.trim();
    write('');
    typing(null);
    onDone?.();
    const people = getState().view?.board.people ?? {};
    const mentions = mentionsIn(words, people);
    void act.say({ id: newId<'comment'>(), text: words, parent, mentions }).then((answer) => {
      if (answer === 'done') return;
      explain(answer);
      giveBack(words);
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
        write(next);
        typing(next.trim() === '' ? null : `comment ${about}`);
      }}
      onBlur={() => typing(null)}
      onSubmit={say}
      onCancel={onDone}
    />
  );
}
