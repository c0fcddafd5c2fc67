import { Trans, useLingui } from '@lingui/react/macro';
import type { NoticeWay, NotificationSettings as Settings } from '@rondo/contract';
import { Banner, Select, toast } from '@rondo/design';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { Answer } from '../../shell/Answer.tsx';
import { useTitle } from '../../shell/useTitle.ts';
import { changedBy } from './changedBy.ts';
import { Mailings } from './Mailings.tsx';
import { Times } from './Times.tsx';
import { useKindWords } from './useKindWords.ts';
import page from '../Page.module.css';
import styles from './Notifications.module.css';

/** How one wants to be told: by kind, by mail, and when. */
export default function NotificationSettings() {
  const { t } = useLingui();
  useTitle(t`Notification settings`);
  const errorWords = useErrorWords();
  const queryClient = useQueryClient();
  const key = api.notifications.settings.queryKey({ input: {} });
  const settings = useQuery(api.notifications.settings.queryOptions({ input: {} }));
  const change = useMutation(
    api.notifications.change.mutationOptions({
      // What was tapped shows at once; what the server says of it comes behind.
      onMutate: (wish) => {
        queryClient.setQueryData(key, (before) => before && changedBy(before, wish));
      },
      onError: () => queryClient.invalidateQueries({ queryKey: key }),
      onSuccess: async (changed) => {
        queryClient.setQueryData(key, changed);
        toast({ text: t`Saved`, tone: 'ok' });
        await queryClient.invalidateQueries({ queryKey: api.notifications.count.key() });
      },
    }),
  );
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Notification settings</Trans>
        </h1>
        <p className={page.lead}>
          <Trans>Everything here is yours alone, and is saved at once.</Trans>
        </p>
      </div>
      {change.isError && <Banner tone="danger">{errorWords(change.error)}</Banner>}
      <Answer query={settings} loading={t`Your settings are loading`}>
        {(data) => (
          <>
            <Times settings={data} onChange={change.mutate} />
            <Mailings settings={data} onChange={(mailing) => change.mutate({ mailing })} />
            <Kinds settings={data} onChange={(kind) => change.mutate({ kind })} />
          </>
        )}
      </Answer>
    </>
  );
}

interface KindsProps {
  settings: Settings;
  onChange: (kind: { kind: string; way: NoticeWay }) => void;
}

function Kinds({ settings, onChange }: KindsProps) {
  const { t } = useLingui();
  const groups = useKindWords();
  const ways: { value: NoticeWay; label: string }[] = [
    { value: 'mail', label: t`By mail at once` },
    { value: 'digest', label: t`In the daily mail` },
    { value: 'app', label: t`Here only` },
    { value: 'never', label: t`Never` },
  ];
  const lists = groups.map(({ title, kinds }) => (
    <fieldset key={title} className={styles.group}>
      <legend className={styles.groupTitle}>{title}</legend>
      {kinds.map(({ kind, label }) => (
        <div key={kind} className={styles.kind}>
          <span aria-hidden>{label}</span>
          <Select
            label={label}
            hideLabel
            value={settings.kinds.find((each) => each.kind === kind)?.way ?? 'digest'}
            onChange={({ target }) => {
              const way = ways.find(({ value }) => value === target.value)?.value;
              if (way) onChange({ kind, way });
            }}
            options={ways}
          />
        </div>
      ))}
    </fieldset>
  ));
  return (
    <section className={page.section} aria-labelledby="kinds">
      <h2 id="kinds" className={page.subtitle}>
        <Trans>What you are told, and how</Trans>
      </h2>
      {lists}
    </section>
  );
}
