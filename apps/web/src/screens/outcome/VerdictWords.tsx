import { Trans } from '@lingui/react/macro';
import type { PollVerdict } from '@rondo/meeting';

/** What the answers say, in a word or two. */
export function VerdictWords({ verdict }: { verdict: PollVerdict }) {
  switch (verdict) {
    case 'chosen':
      return <Trans>chosen</Trans>;
    case 'tie':
      return <Trans>a tie</Trans>;
    case 'passed':
      return <Trans>passed</Trans>;
    case 'concerns':
      return <Trans>passed, with concerns</Trans>;
    case 'rejected':
      return <Trans>not passed</Trans>;
    case 'blocked':
      return <Trans>stopped</Trans>;
    default:
      // A verdict that a newer release has stored.
      return null;
  }
}
