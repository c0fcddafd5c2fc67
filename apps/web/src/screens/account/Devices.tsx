import { Trans, useLingui } from '@lingui/react/macro';
import { ConfirmButton } from '@rondo/design';
import { signOutEverywhere } from '../../api/accounts.ts';
import { forgetCommands } from '../../live/commandStore.ts';
import page from '../Page.module.css';

/** The way out of all devices at once. */
export function Devices() {
  const { t } = useLingui();
  const leave = async (): Promise<void> => {
    await signOutEverywhere();
    await forgetCommands();
    location.assign('/sign-in');
  };
  return (
    <section className={page.section} aria-labelledby="devices">
      <h2 id="devices" className={page.subtitle}>
        <Trans>Devices</Trans>
      </h2>
      <ConfirmButton
        tone="danger"
        question={t`Sign out everywhere, here too?`}
        onConfirm={() => void leave()}
      >
        {t`Sign out everywhere`}
      </ConfirmButton>
    </section>
  );
}
