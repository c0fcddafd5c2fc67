import { Trans, useLingui } from '@lingui/react/macro';
import { Button, buttonClass, EmptyState } from '@rondo/design';
import type { CloseReason } from '@rondo/live/messages';
import { useUnsent } from '@rondo/live/react';
import { Link } from '@tanstack/react-router';
import { Outside } from '../../shell/Outside.tsx';

interface Props {
  why: CloseReason;
  meeting: string;
}

/** Loading again brings nobody back in. */
const IS_FINAL: ReadonlySet<CloseReason> = new Set<CloseReason>(['ended', 'removed']);

/** The connection ended and does not come back by itself: why, and what to do. */
export function Closed({ why, meeting }: Props) {
  const { t } = useLingui();
  const unsent = useUnsent();
  const words = useWords(why);
  const reload = (
    <Button tone="primary" onClick={() => location.reload()}>
      <Trans>Load again</Trans>
    </Button>
  );
  const signIn = (
    <Link
      to="/sign-in"
      search={{ next: `/m/${meeting}` }}
      className={buttonClass({ tone: 'primary' })}
    >
      <Trans>Sign in</Trans>
    </Link>
  );
  return (
    <Outside title={t`Meeting`}>
      <EmptyState
        isScreen
        title={words.title}
        drawing="lines"
        action={why === 'signedOut' ? signIn : IS_FINAL.has(why) ? undefined : reload}
      >
        {words.text}{' '}
        {unsent > 0 && why !== 'removed' && (
          <Trans>What you wrote is kept on this device and sent when you are back.</Trans>
        )}
      </EmptyState>
    </Outside>
  );
}

function useWords(why: CloseReason): { title: string; text: string } {
  const { t } = useLingui();
  switch (why) {
    case 'signedOut':
      return { title: t`You are signed out`, text: t`Sign in again to go on where you were.` };
    case 'removed':
      return {
        title: t`You are no longer in this meeting`,
        text: t`The facilitator has closed the door. What you gave stays with the team.`,
      };
    case 'locked':
      return {
        title: t`This meeting is locked`,
        text: t`Nobody new may come in right now. Ask the facilitator and load this page again.`,
      };
    case 'notFound':
      return {
        title: t`There is nothing here`,
        text: t`The link may be mistyped, or the meeting is not shared with you.`,
      };
    case 'ended':
      return {
        title: t`This meeting has ended`,
        text: t`What came of it is for those who took part.`,
      };
    case 'clientTooOld':
      return {
        title: t`Rondo has been renewed`,
        text: t`Load this page again to go on with the new version.`,
      };
    default:
      return { title: t`The connection ended`, text: t`Load this page again to go on.` };
  }
}
