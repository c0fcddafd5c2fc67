import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState, buttonClass } from '@rondo/design';
import { Link } from '@tanstack/react-router';
import { Outside } from './Outside.tsx';

/** There is nothing at this address, or it is not yours to see. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <Outside title={t`Nothing here`}>
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
    </Outside>
  );
}
