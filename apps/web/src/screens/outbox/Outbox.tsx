import { Trans, useLingui } from '@lingui/react/macro';
import type { Mail } from '@rondo/contract';
import { Badge, Banner, dateIn, EmptyState } from '@rondo/design';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import page from '../Page.module.css';
import styles from './Outbox.module.css';

/** The mails of this server, for its owner: with no mail server they can only be read here. */
export default function Outbox() {
  const { t, i18n } = useLingui();
  useTitle(t`Outbox`);
  const server = useQuery(api.server.info.queryOptions({ input: {} }));
  const list = useInfiniteQuery(
    api.outbox.list.infiniteOptions({
      input: (before: string | undefined) => ({
        limit: 50,
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Outbox</Trans>
        </h1>
        <p className={page.lead}>
          <Trans>
            Every mail of this server. What is in them opens doors: pass links on only to those they
            are for.
          </Trans>
        </p>
      </div>
      {server.data?.mail === 'outbox' && (
        <Banner tone="info">
          <Trans>
            No mail server is set, so mails wait here for you. Set SMTP_URL and start again to have
            them sent.
          </Trans>
        </Banner>
      )}
      <Answer query={list} loading={t`The mails are loading`}>
        {({ pages }) => {
          const mails = pages.flatMap((each) => each.mails);
          return (
            <>
              {mails.length === 0 ? (
                <EmptyState title={t`No mails yet`} drawing="cards">
                  <Trans>Invitations, links to sign in and outcomes of meetings appear here.</Trans>
                </EmptyState>
              ) : (
                <ul className={styles.mails}>
                  {mails.map((mail) => (
                    <li key={mail.id}>
                      <Link to="/outbox/$mail" params={{ mail: mail.id }} className={styles.mail}>
                        <span className={styles.words}>
                          <strong className={styles.subject}>{mail.subject}</strong>
                          <span className={styles.to}>{mail.to}</span>
                        </span>
                        <State mail={mail} />
                        <time className={styles.time} dateTime={mail.at}>
                          {dateIn(i18n.locale, new Date(mail.at), {
                            dateStyle: 'medium',
                            timeStyle: 'short',
                          })}
                        </time>
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              <ShowMore list={list} shown={mails.length}>
                <Trans>Show older ones</Trans>
              </ShowMore>
            </>
          );
        }}
      </Answer>
    </>
  );
}

/** What became of a mail. */
export function State({ mail }: { mail: Pick<Mail, 'state'> }) {
  const { t } = useLingui();
  switch (mail.state) {
    case 'queued':
      return <Badge>{t`on its way`}</Badge>;
    case 'kept':
      return <Badge tone="info">{t`kept here`}</Badge>;
    case 'sent':
      return <Badge tone="ok">{t`sent`}</Badge>;
    case 'failed':
      return <Badge tone="danger">{t`not sent`}</Badge>;
  }
}
