import { Trans, useLingui } from '@lingui/react/macro';
import type { Notification } from '@rondo/contract';
import { Banner, Button, buttonClass, EmptyState, Tabs } from '@rondo/design';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CheckCheck, Settings } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Answer } from '../../shell/Answer.tsx';
import { ShowMore } from '../../shell/ShowMore.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { dayOf } from './dayOf.ts';
import { NoticeRow } from './NoticeRow.tsx';
import page from '../Page.module.css';
import styles from './Notifications.module.css';

type Status = 'all' | 'unread';

/** What one is told, the latest first. */
export default function Notifications() {
  const { t } = useLingui();
  useTitle(t`Notifications`);
  const [status, setStatus] = useState<Status>('all');
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Notifications</Trans>
        </h1>
        <Link to="/account/notifications" className={buttonClass({ size: 's' })}>
          <Settings size={16} aria-hidden /> <Trans>Notification settings</Trans>
        </Link>
      </div>
      <Tabs<Status>
        label={t`Which`}
        value={status}
        onChange={setStatus}
        tabs={[
          { id: 'all', label: t`All` },
          { id: 'unread', label: t`Not read` },
        ]}
      >
        <Notices key={status} status={status} />
      </Tabs>
    </>
  );
}

function Notices({ status }: { status: Status }) {
  const { t } = useLingui();
  const list = useInfiniteQuery(
    api.notifications.list.infiniteOptions({
      input: (before: string | undefined) => ({
        status,
        limit: 30,
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  return (
    <Answer query={list} loading={t`Your notifications are loading`}>
      {({ pages }) => {
        const notices = pages.flatMap((each) => each.notifications);
        if (notices.length === 0) return <Nothing status={status} />;
        return (
          <div className={styles.list}>
            <Days notices={notices} />
            <ShowMore list={list} shown={notices.length}>
              <Trans>Show older ones</Trans>
            </ShowMore>
          </div>
        );
      }}
    </Answer>
  );
}

/** By day, and what makes them read. */
function Days({ notices }: { notices: readonly Notification[] }) {
  const { i18n } = useLingui();
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const mark = useMutation(
    api.notifications.read.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.notifications.key() }),
    }),
  );
  const latest = notices[0]?.at;
  const days = Map.groupBy(notices, ({ at }) => dayOf(i18n.locale, new Date(at)));
  return (
    <>
      {mark.isError && <Banner tone="danger">{errorWords(mark.error)}</Banner>}
      {latest !== undefined && notices.some(({ read }) => !read) && (
        <div className={styles.actions}>
          <Button
            size="s"
            tone="quiet"
            icon={<CheckCheck size={16} aria-hidden />}
            busy={mark.isPending}
            onClick={() => mark.mutate({ until: latest })}
          >
            <Trans>Mark all as read</Trans>
          </Button>
        </div>
      )}
      {[...days].map(([day, some]) => (
        <section key={day} className={styles.day} aria-label={day}>
          <h2 className={styles.dayName}>{day}</h2>
          <ul className={styles.notices}>
            {some.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                onRead={(read) => mark.mutate({ ids: [notice.id], read })}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Nothing({ status }: { status: Status }) {
  const { t } = useLingui();
  return status === 'unread' ? (
    <EmptyState title={t`You have read everything`} drawing="rings" />
  ) : (
    <EmptyState title={t`Nothing yet`} drawing="rings">
      <Trans>
        When a task becomes yours, a meeting begins or somebody needs an answer, it is said here.
      </Trans>
    </EmptyState>
  );
}
