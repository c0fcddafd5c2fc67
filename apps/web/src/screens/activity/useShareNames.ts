import { useLingui } from '@lingui/react/macro';
import type { Share } from '@rondo/contract';

/** Who finds a team's own activity, in a few words. */
export function useShareNames(): Record<Share, string> {
  const { t } = useLingui();
  return {
    team: t`Your team only`,
    organization: t`Shared in the organization`,
    server: t`Shared with everybody here`,
  };
}
