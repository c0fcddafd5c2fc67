import { Trans, useLingui } from '@lingui/react/macro';
import type { DoctorReport } from '@rondo/contract';
import { Spinner } from '@rondo/design';
import { momentIn } from './momentIn.ts';
import { isOverdue } from './overdue.ts';
import styles from './Looked.module.css';

interface Props {
  reports: readonly DoctorReport[];
  isOutsideAwaited: boolean;
}

/** What was looked at, and when. */
export function Looked({ reports, isOutsideAwaited }: Props) {
  const { t, i18n } = useLingui();
  const outside = reports.find(({ scope }) => scope === 'outside');
  const machines = reports.filter(({ scope }) => scope === 'machine');
  const shared = reports.find(({ scope }) => scope === 'shared');
  const rows = [
    ...machines.map(({ node, host, release, at }) => ({
      id: node,
      what: machines.length === 1 ? t`This server, ${release}` : t`${host}, ${release}`,
      at,
    })),
    ...(shared ? [{ id: 'shared', what: t`The database`, at: shared.at }] : []),
    { id: 'outside', what: t`From outside`, at: outside?.at },
  ];
  return (
    <dl className={styles.looked}>
      {rows.map(({ id, what, at }) => (
        <div key={id} className={styles.row}>
          <dt>{what}</dt>
          <dd className={isOverdue(at) ? styles.late : undefined}>
            {id === 'outside' && isOutsideAwaited ? (
              <span className={styles.awaited}>
                <Spinner size={14} /> <Trans>is being looked at, for up to two minutes</Trans>
              </span>
            ) : at === undefined ? (
              <Trans>not yet</Trans>
            ) : isOverdue(at) ? (
              <Trans>{momentIn(i18n.locale, new Date(at))}: long ago</Trans>
            ) : (
              momentIn(i18n.locale, new Date(at))
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
