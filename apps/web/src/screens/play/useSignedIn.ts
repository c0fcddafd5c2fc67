import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { lastTeam } from '../../shell/lastTeam.ts';

/**
 * Whether somebody is signed in. Asked only in browsers that have shown a team before: for everybody else the
 * demo needs no server.
 */
export function useSignedIn(): boolean {
  const me = useQuery({
    ...api.me.get.queryOptions({ input: {} }),
    enabled: hasShownTeam,
    staleTime: Infinity,
  });
  return me.data !== undefined;
}

function hasShownTeam(): boolean {
  try {
    return lastTeam() !== null;
  } catch {
    // No storage here, so no team was remembered.
    return false;
  }
}
