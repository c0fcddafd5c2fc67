import type { Me, TeamCondition } from '@rondo/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

export interface MyTeam {
  id: string;
  name: string;
  role: 'lead' | 'member';
  condition: TeamCondition;
  organization: { id: string; name: string };
}

export const teamsOf = (me: Me): MyTeam[] =>
  me.organizations.flatMap(({ id, name, teams }) =>
    teams.map((team) => ({ ...team, organization: { id, name } })),
  );

/** Who is signed in, with their teams in one list, archived ones behind all others. Inside `Home` only, which has made sure that somebody is. */
export function useMe(): { me: Me; teams: MyTeam[] } {
  const { data: me } = useSuspenseQuery(api.me.get.queryOptions({ input: {} }));
  const teams = teamsOf(me);
  const isPutAway = (team: MyTeam): number => Number(team.condition === 'archived');
  return { me, teams: teams.toSorted((a, b) => isPutAway(a) - isPutAway(b)) };
}
