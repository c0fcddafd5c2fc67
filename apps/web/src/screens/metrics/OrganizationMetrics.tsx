import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { Metrics } from './Metrics.tsx';

/** How much an organization uses Rondo, for its owners and admins. */
export function OrganizationMetrics({ organization }: { organization: string }) {
  const query = useQuery(api.insight.organization.queryOptions({ input: { organization } }));
  return <Metrics query={query} files={`/api/organizations/${organization}/metrics`} />;
}
