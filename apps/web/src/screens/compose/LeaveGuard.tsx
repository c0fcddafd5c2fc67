import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Dialog } from '@rondo/design';
import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';

interface Props {
  /** There is something that was not saved. */
  isChanged: boolean;
  /** True when the screen itself leads on. */
  isLeaving: RefObject<boolean>;
  onDiscard: () => void;
}

/** Asks before somebody leaves what is not saved. The draft stays in this browser unless they throw it away. */
export function LeaveGuard({ isChanged, isLeaving, onDiscard }: Props) {
  const { t } = useLingui();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isChanged && !isLeaving.current && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged && !isLeaving.current,
    withResolver: true,
  });
  const stay = (): void => blocker.reset?.();
  return (
    <Dialog
      open={blocker.status === 'blocked'}
      onClose={stay}
      title={t`This is not saved yet`}
      closeLabel={t`Close`}
      footer={
        <>
          <Button
            tone="danger"
            onClick={() => {
              onDiscard();
              blocker.proceed?.();
            }}
          >
            <Trans>Throw it away</Trans>
          </Button>
          <Button onClick={() => blocker.proceed?.()}>
            <Trans>Leave, keep the draft</Trans>
          </Button>
          <Button tone="primary" onClick={stay}>
            <Trans>Stay</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          You can leave it as a draft: this browser keeps it, and you go on when you come back here.
        </Trans>
      </p>
    </Dialog>
  );
}
