import { Trans, useLingui } from '@lingui/react/macro';
import type { Report } from '@rondo/contract';
import { Banner, Button, TextArea, toast } from '@rondo/design';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useDays } from '../reports/useDays.ts';
import page from '../Page.module.css';
import styles from './Report.module.css';

/** What readers said, for the team; and where a colleague says something. */
export function Feedback({ report }: { report: Report }) {
  const { t } = useLingui();
  const { on } = useDays();
  const isMember = report.you !== 'reader';
  const isThere = report.feedback.length > 0;
  if (report.state === 'draft' && !isThere) return null;
  return (
    <section className={page.section} aria-labelledby="feedback">
      <h2 id="feedback" className={page.subtitle}>
        <Trans>Feedback</Trans>
      </h2>
      {isMember && !isThere && (
        <p className={page.quiet}>
          <Trans>Nobody has written yet. What readers say comes here, for the team alone.</Trans>
        </p>
      )}
      <ul className={styles.entries}>
        {report.feedback.map(({ id, at, name, text }) => (
          <li key={id} className={styles.said}>
            <p className={styles.theirs}>{text}</p>
            <p className={styles.small}>
              {name ?? t`Somebody`}, {on(at)}
            </p>
          </li>
        ))}
      </ul>
      {report.state === 'published' && <Say report={report.id} />}
    </section>
  );
}

function Say({ report }: { report: string }) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const say = useMutation(
    api.reports.say.mutationOptions({
      onSuccess: () => {
        setText('');
        toast({ text: t`Sent to the team`, tone: 'ok' });
        return queries.invalidateQueries({ queryKey: api.reports.get.key({ input: { report } }) });
      },
    }),
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') say.mutate({ report, text });
      }}
    >
      <TextArea
        label={t`Say something to the team`}
        hint={t`Only the team reads it, with your name.`}
        value={text}
        minRows={2}
        limit={4_000}
        left={(count) => t`${count} left`}
        onChange={({ target }) => setText(target.value)}
      />
      {say.isError && <Banner tone="danger">{errorWords(say.error)}</Banner>}
      <div>
        <Button type="submit" busy={say.isPending} disabled={text.trim() === ''}>
          <Trans>Send</Trans>
        </Button>
      </div>
    </form>
  );
}
