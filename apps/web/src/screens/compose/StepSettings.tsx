import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@rondo/design';
import { settingsForms } from '@rondo/phases/settings-ui';
import { lazy, Suspense, useState, type ComponentType } from 'react';
import styles from './Compose.module.css';

type Settings = Readonly<Record<string, unknown>>;
type Form = ComponentType<{ settings: Settings; change: (settings: object) => void }>;

/** Fetched when a step of their kind is opened. */
const forms: ReadonlyMap<string, Form> = new Map(
  Object.entries(settingsForms).map(([kind, load]) => [
    kind,
    lazy(async () => {
      const { default: form } = await load();
      // A form is only given settings that were checked by, or made by, its own kind.
      return { default: form as unknown as Form };
    }),
  ]),
);

interface Props {
  kind: string;
  settings: Settings;
  change: (settings: Record<string, unknown>) => void;
}

/** The form of a kind's own settings. */
export function StepSettings({ kind, settings, change }: Props) {
  const { t } = useLingui();
  // Chosen once: a step never changes its kind.
  const [{ Form }] = useState(() => ({ Form: forms.get(kind) }));
  if (!Form)
    return (
      <p className={styles.quiet}>
        <Trans>There is nothing to set for this step.</Trans>
      </p>
    );
  return (
    <Suspense fallback={<Skeleton lines={4} label={t`The settings are loading`} />}>
      <Form settings={settings} change={(changed) => change({ ...changed })} />
    </Suspense>
  );
}
