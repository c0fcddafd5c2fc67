import { Trans, useLingui } from '@lingui/react/macro';
import type { Mailing, NotificationSettings } from '@rondo/contract';
import { Switch } from '@rondo/design';
import { useMe } from '../../shell/useMe.ts';
import { useMailingWords } from './useMailingWords.ts';
import page from '../Page.module.css';
import styles from './Notifications.module.css';

interface Props {
  settings: NotificationSettings;
  onChange: (mailing: { mailing: Mailing; team: string | null; on: boolean }) => void;
}

const EVERYWHERE: readonly Mailing[] = [
  'digest',
  'notice',
  'reminder',
  'meeting-begun',
  'report',
  'outcome',
];

/** Mails that can be switched off, outcomes also team by team. */
export function Mailings({ settings, onChange }: Props) {
  const { t } = useLingui();
  const words = useMailingWords();
  const { teams } = useMe();
  const isOn = (mailing: Mailing, team: string | null): boolean =>
    !settings.off.some((each) => each.mailing === mailing && each.team === team);
  return (
    <section className={page.section} aria-labelledby="mails">
      <h2 id="mails" className={page.subtitle}>
        <Trans>Mails</Trans>
      </h2>
      <div className={page.form}>
        {EVERYWHERE.map((mailing) => (
          <Switch
            key={mailing}
            label={words[mailing]}
            checked={isOn(mailing, null)}
            onChange={(on) => onChange({ mailing, team: null, on })}
          />
        ))}
        {teams.map(({ id, name }) => (
          <div key={id} className={styles.within}>
            <Switch
              label={t`Outcomes of ${name}`}
              disabled={!isOn('outcome', null)}
              checked={isOn('outcome', null) && isOn('outcome', id)}
              onChange={(on) => onChange({ mailing: 'outcome', team: id, on })}
            />
          </div>
        ))}
        <p className={page.quiet}>
          <Trans>Mails that you ask for yourself, such as a link to sign in, always come.</Trans>
        </p>
      </div>
    </section>
  );
}
