import { useLingui } from '@lingui/react/macro';
import type { AccountAnswer } from '../../api/accounts.ts';

/** What to tell somebody whose attempt to sign in or up did not work. */
export function useAccountWords(): (answer: Exclude<AccountAnswer, 'ok'>) => string {
  const { t } = useLingui();
  return (answer) => {
    switch (answer) {
      case 'wrong':
        return t`E-mail and password don’t belong together.`;
      case 'too-many':
        return t`Too many attempts. Wait a minute and try again.`;
      case 'expired':
        return t`This link has expired or was used already. Ask for a new one.`;
      case 'offline':
        return t`The server can’t be reached. Check your network and try again.`;
      case 'defect':
        return t`That did not work. Try again in a moment.`;
    }
  };
}
