import type { TeamActivity } from '@rondo/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** Others of the team start meetings too; ms. */
const FRESH = 60_000;

/** The library with this person's favourites and this team's habits. */
export function useTeamLibrary(team: string): UseQueryResult<readonly TeamActivity[]> {
  return useQuery({
    ...api.activities.ofTeam.queryOptions({ input: { team } }),
    staleTime: FRESH,
    select: ({ activities }) => activities,
  });
}

/** What the library tells about one activity; undefined until it is known. */
export function useTeamActivity(team: string, id: string): TeamActivity | undefined {
  const library = useTeamLibrary(team);
  return library.data?.find((activity) => activity.id === id);
}
