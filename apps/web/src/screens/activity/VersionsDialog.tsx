import { Trans, useLingui } from '@lingui/react/macro';
import { buttonClass, dateIn, Dialog } from '@rondo/design';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { Answer } from '../../shell/Answer.tsx';
import styles from './OwnActions.module.css';

interface Props {
  open: boolean;
  onClose: () => void;
  activity: string;
  team: string;
}

/** All versions, the newest first. An older one is opened in the composer, and saved as the newest. */
export function VersionsDialog({ open, onClose, activity, team }: Props) {
  const { t } = useLingui();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`Versions`}
      closeLabel={t`Close`}
      description={t`A running meeting keeps the version it was started with.`}
    >
      <VersionList activity={activity} team={team} />
    </Dialog>
  );
}

function VersionList({ activity, team }: Pick<Props, 'activity' | 'team'>) {
  const { t, i18n } = useLingui();
  const versions = useQuery(api.customActivities.versions.queryOptions({ input: { activity } }));
  return (
    <Answer query={versions} loading={t`The versions are loading`}>
      {({ versions: found }) => (
        <ol className={styles.list} reversed>
          {found.map(({ version, at, by }, index) => (
            <li key={version} className={styles.version}>
              <span>
                <strong>{t`Version ${version}`}</strong>{' '}
                <span className={styles.when}>
                  <time dateTime={at}>
                    {dateIn(i18n.locale, new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
                  </time>
                  {by !== null && ` · ${by}`}
                </span>
              </span>
              {index > 0 && (
                <Link
                  to="/teams/$team/compose"
                  params={{ team }}
                  search={{ edit: activity, version }}
                  className={buttonClass({ size: 's' })}
                >
                  <Trans>
                    Go back to it <span className="visually-hidden">({version})</span>
                  </Trans>
                </Link>
              )}
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}
