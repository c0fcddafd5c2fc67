import { useLingui } from '@lingui/react/macro';
import type { DataFailure } from '@rondo/contract';

/** Why an export or import came to nothing, and what to do. */
export function useFailureWords(): (failure: DataFailure) => string {
  const { t } = useLingui();
  return (failure) => {
    switch (failure) {
      case 'too-large':
        return t`It is larger than this server takes. Export single teams instead.`;
      case 'no-archive':
        return t`This is no ZIP file, or it is damaged. Fetch it once more and try again.`;
      case 'not-ours':
        return t`This ZIP file was not made by Rondo.`;
      case 'newer':
        return t`It was made by a newer Rondo. Ask whoever runs this server to upgrade it.`;
      case 'broken':
        return t`Something in it is not as it has to be. Nothing of that team was made.`;
      case 'not-allowed':
        return t`You may not do this any more, or it is gone.`;
      case 'plan-limit':
        return t`The plan does not allow more teams. Archive one, or change the plan, and try again.`;
      case 'defect':
        return t`That did not work. Try again in a moment.`;
    }
  };
}
