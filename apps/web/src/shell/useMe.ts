import type { Me } from '@rondo/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

export interface MyTeam {
  id: string;
  name: string;
  role: 'lead' | 'member';
  organization: { id: string; name: string };
}

/** Who is signed in, with their teams in one list. Inside `Home` only, which has made sure that somebody is. */
export function useMe(): { me: Me; teams: MyTeam[] } {
  const { data: me } = useSuspenseQuery(api.me.get.queryOptions({ input: {} }));
  const teams = me.organizations.flatMap(({ id, name, teams: own }) =>
    own.map((team) => ({ ...team, organization: { id, name } })),
  );
  return { me, teams };
}
