import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@rondo/design';
import { Outside } from '../../shell/Outside.tsx';

/** Waiting to be let in; the page goes on by itself. */
export function Lobby({ name }: { name: string }) {
  const { t } = useLingui();
  return (
    <Outside title={t`Waiting`}>
      <div role="status">
        <EmptyState isScreen title={name} drawing="rings">
          <Trans>
            The facilitator knows that you are here and lets you in in a moment. You need not do
            anything.
          </Trans>
        </EmptyState>
      </div>
    </Outside>
  );
}
