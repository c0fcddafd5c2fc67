import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotInTeam } from './NotInTeam.tsx';
import { useMe } from './useMe.ts';

/** A screen of a team is for those who are in it: to others the team's door is shown, at the same address. */
export function InTeam({ children }: { children: ReactNode }): ReactNode {
  const { team } = useParams({ strict: false });
  const { teams } = useMe();
  if (team === undefined || teams.some(({ id }) => id === team)) return children;
  return (
    <NotInTeam key={team} team={team}>
      {children}
    </NotInTeam>
  );
}
