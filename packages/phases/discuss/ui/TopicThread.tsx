import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { useMe, useSend, useView } from '@rondo/live/react';
import { nameOf, type GroupId, type PhaseId } from '@rondo/meeting';
import { useMemo } from 'react';
import { Thread, useChange, type TalkActions } from '../../parts/index.ts';
import { addComment, deleteComment, editComment, react, threadOf } from '../domain/index.ts';
import { useDiscuss } from './useDiscuss.ts';

interface Props {
  phase: PhaseId;
  topic: GroupId;
  readOnly: boolean;
}

/** What people say about a topic. */
export function TopicThread({ phase, topic, readOnly }: Props) {
  const send = useSend();
  const { state } = useDiscuss(phase);
  const thread = useMemo(() => threadOf(state, topic), [state, topic]);
  const act = useMemo(
    (): TalkActions => ({
      say: (comment) => send(phase, addComment, { ...comment, topic }),
      edit: (comment) => send(phase, editComment, comment),
      takeBack: (id) => send(phase, deleteComment, { id }),
      react: (comment, reaction, on) => send(phase, react, { target: { comment }, reaction, on }),
    }),
    [send, phase, topic],
  );
  useNews(phase, topic);
  return (
    <Thread
      phase={phase}
      about={topic}
      thread={thread}
      reactions={state.reactions}
      act={act}
      hue="discuss"
      readOnly={readOnly}
    />
  );
}

/** Tells what others say: in full when it is to me, else that there is something. */
function useNews(phase: PhaseId, topic: GroupId): void {
  const { t } = useLingui();
  const me = useMe();
  const { state } = useDiscuss(phase);
  const people = useView((view) => view.board);
  useChange(state.said, (before) => {
    const fresh = Object.values(state.comments).filter(
      (comment) => comment.n > before && comment.by !== me,
    );
    const [latest] = fresh;
    if (!latest) return;
    const isForMe = fresh.find((comment) => comment.mentions.includes(me));
    if (isForMe) announce(t`${nameOf(people, isForMe.by)} says to you: ${isForMe.text}`);
    else if (fresh.some((comment) => comment.topic === topic))
      announce(
        fresh.length === 1
          ? t`${nameOf(people, latest.by)} has commented`
          : t`${plural(fresh.length, { one: '# new comment', other: '# new comments' })}`,
      );
  });
}
