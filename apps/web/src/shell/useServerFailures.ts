import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { failuresIn } from '../screens/server/findings.ts';

/** The doctor looks every hour; so often it is asked for, ms. */
const EVERY_MS = 600_000;

/** How many things of the server have to be mended; 0 for everybody but its owner. */
export function useServerFailures(ownsServer: boolean): number {
  const { data } = useQuery({
    ...api.operations.doctor.queryOptions({ input: {} }),
    enabled: ownsServer,
    staleTime: EVERY_MS,
  });
  return data ? failuresIn(data.reports) : 0;
}
