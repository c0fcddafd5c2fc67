import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState, buttonClass } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { Outside } from './Outside.tsx';
import { useTitle } from './useTitle.ts';

/** There is nothing at this address, or it is not yours to see. */
export function NotFound() {
  return (
    <Outside title={null}>
      <NothingHere />
    </Outside>
  );
}

/** The same where a frame stands around it. */
export function NothingHere() {
  const { t } = useLingui();
  useTitle(t`Nothing here`);
  return (
    <EmptyState
      isScreen
      title={t`There is nothing here`}
      drawing="rings"
      action={
        <Link to="/" className={buttonClass({ tone: 'primary' })}>
          <Trans>Go to Today</Trans>
        </Link>
      }
    >
      <Trans>The link may be mistyped, or what it leads to is not shared with you.</Trans>
    </EmptyState>
  );
}
