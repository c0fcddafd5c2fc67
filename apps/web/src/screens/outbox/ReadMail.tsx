import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, dateIn, linkClass, toast } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { mailRoute } from '../../routes/server.ts';
import { needAnswer } from '../../shell/needAnswer.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { State } from './Outbox.tsx';
import page from '../Page.module.css';
import styles from './Outbox.module.css';

/** One mail as its reader gets it. */
export default function ReadMail() {
  const { t, i18n } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const { mail: id } = mailRoute.useParams();
  const mail = useQuery(api.outbox.get.queryOptions({ input: { mail: id } }));
  const retry = useMutation(
    api.outbox.retry.mutationOptions({
      onSuccess: async () => {
        toast({ text: t`It is tried again.`, tone: 'ok' });
        await queryClient.invalidateQueries({ queryKey: api.outbox.key() });
      },
    }),
  );
  useTitle(mail.data?.subject ?? '');
  needAnswer(mail);
  if (!mail.data) return null;
  const { subject, to, at, text, state, error } = mail.data;
  return (
    <article className={styles.read}>
      <Link to="/outbox" className={linkClass}>
        <Trans>Outbox</Trans>
      </Link>
      <h1 className={page.title}>{subject}</h1>
      <p className={styles.meta}>
        <Trans>
          To {to}, {dateIn(i18n.locale, new Date(at), { dateStyle: 'long', timeStyle: 'short' })}
        </Trans>{' '}
        <State mail={mail.data} />
      </p>
      {error !== null && state !== 'sent' && (
        <Banner
          tone="danger"
          action={
            state === 'failed' && (
              <Button size="s" busy={retry.isPending} onClick={() => retry.mutate({ mail: id })}>
                <Trans>Try again</Trans>
              </Button>
            )
          }
        >
          <Trans>The mail server said: {error}</Trans>
        </Banner>
      )}
      {retry.isError && <Banner tone="danger">{errorWords(retry.error)}</Banner>}
      {text === '' ? (
        <p className={page.quiet}>
          <Trans>Its text was deleted when it was sent.</Trans>
        </p>
      ) : (
        <div className={styles.text}>
          <WithLinks text={text} />
        </div>
      )}
    </article>
  );
}

/** The mail's text with its addresses as links. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    /^https?:\/\//.test(part) ? (
      <a key={index} href={part} className={linkClass}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
