import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { Metrics } from './Metrics.tsx';
import page from '../Page.module.css';

/** How much this server is used, for its owner alone. */
export default function ServerMetrics() {
  const { t } = useLingui();
  useTitle(t`Metrics`);
  const query = useQuery(api.insight.server.queryOptions({ input: {} }));
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>
          <Trans>Metrics</Trans>
        </h1>
        <p className={page.lead}>
          <Trans>
            How much this server is used, week by week. Only you see this page, and nobody’s own
            figures are on it.
          </Trans>
        </p>
      </div>
      <Metrics query={query} files="/api/server/metrics" />
    </>
  );
}
