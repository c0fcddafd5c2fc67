import { Trans, useLingui } from '@lingui/react/macro';
import type { TaskWithThread } from '@rondo/contract';
import {
  Avatar,
  Banner,
  Button,
  dateIn,
  LinkButton,
  Markdown,
  MentionArea,
  TextArea,
  visibleLength,
} from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { LONGEST_COMMENT } from './limits.ts';
import styles from './TaskDialog.module.css';

type Said = TaskWithThread['thread'][number];

/** What people say about a task. */
export function Thread({ task, readOnly }: { task: TaskWithThread; readOnly: boolean }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey: api.tasks.key() }) };
  const say = useMutation(
    api.tasks.say.mutationOptions({ ...settled, onSuccess: () => setText('') }),
  );
  const unsay = useMutation(api.tasks.unsay.mutationOptions(settled));
  const reword = useMutation(api.tasks.reword.mutationOptions(settled));
  const members = useQuery(api.teams.get.queryOptions({ input: { team: task.team } }));
  const people = (members.data?.members ?? [])
    .filter(({ you }) => !you)
    .map(({ id, name }) => ({ id, label: name }));
  const words = text.trim();
  const canSend = words !== '' && visibleLength(words) <= LONGEST_COMMENT && !say.isPending;
  const send = (): void => {
    if (canSend) say.mutate({ task: task.id, text: words });
  };
  const error = say.error ?? unsay.error ?? reword.error;
  return (
    <section aria-labelledby="thread">
      <h3 id="thread" className={styles.subtitle}>
        <Trans>Comments</Trans>
      </h3>
      <ol className={styles.thread}>
        {task.thread.map((said) => (
          <Comment
            key={said.id}
            said={said}
            readOnly={readOnly}
            onReword={(changed) =>
              reword.mutate({ task: task.id, comment: said.id, text: changed })
            }
            onUnsay={() => unsay.mutate({ task: task.id, comment: said.id })}
          />
        ))}
      </ol>
      {!readOnly && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <MentionArea
            label={t`Say something`}
            hint={t`@ and a name tells that person.`}
            value={text}
            people={people}
            mention={{
              label: t`Speak to somebody`,
              placeholder: t`Type a name`,
              empty: t`Nobody here has that name.`,
            }}
            minRows={1}
            maxRows={10}
            limit={LONGEST_COMMENT}
            left={(count) => t`${count} left`}
            onChange={setText}
            onSubmit={send}
          />
          {text !== '' && (
            <div className={styles.row}>
              <Button size="s" type="submit" disabled={!canSend} busy={say.isPending}>
                <Trans>Send</Trans>
              </Button>
            </div>
          )}
        </form>
      )}
      {error && <Banner tone="danger">{errorWords(error)}</Banner>}
    </section>
  );
}

interface CommentProps {
  said: Said;
  readOnly: boolean;
  onReword: (text: string) => void;
  onUnsay: () => void;
}

function Comment({ said, readOnly, onReword, onUnsay }: CommentProps) {
  const { t, i18n } = useLingui();
  const [draft, setDraft] = useState<string | null>(null);
  const send = (): void => {
    const words = (draft ?? '').trim();
    if (words === '' || visibleLength(words) > LONGEST_COMMENT) return;
    onReword(words);
    setDraft(null);
  };
  return (
    <li className={styles.comment}>
      <Avatar name={said.by.name} seed={said.by.id ?? said.by.name} size={28} silent />
      <div className={styles.said}>
        <p className={styles.quiet}>
          <strong>{said.by.name}</strong>{' '}
          <time dateTime={said.at}>
            {dateIn(i18n.locale, new Date(said.at), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>{' '}
          {said.edited && <Trans>changed</Trans>}
        </p>
        {draft === null ? (
          <Markdown text={said.text} />
        ) : (
          <TextArea
            label={t`Your words`}
            hideLabel
            value={draft}
            autoFocus
            minRows={1}
            maxRows={10}
            onChange={(event) => setDraft(event.target.value)}
            onSubmit={send}
          />
        )}
        {said.mine && !readOnly && (
          <p className={styles.row}>
            {draft === null ? (
              <>
                <LinkButton onClick={() => setDraft(said.text)}>
                  <Trans>Change</Trans>
                </LinkButton>
                <LinkButton onClick={onUnsay}>
                  <Trans>Take back</Trans>
                </LinkButton>
              </>
            ) : (
              <>
                <LinkButton onClick={send}>
                  <Trans>Save</Trans>
                </LinkButton>
                <LinkButton onClick={() => setDraft(null)}>
                  <Trans>Cancel</Trans>
                </LinkButton>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
