import { useLingui } from '@lingui/react/macro';
import type { Mailing } from '@rondo/contract';

/** What mails are called that can be switched off. */
export function useMailingWords(): Record<Mailing, string> {
  const { t } = useLingui();
  return {
    digest: t`The daily mail of what you have not read`,
    notice: t`Notifications by mail at once`,
    outcome: t`Outcomes of meetings`,
    reminder: t`Reminders that a meeting waits for you`,
    report: t`Ship reports that you have asked for`,
    'meeting-begun': t`Mails that a planned meeting has begun`,
  };
}
