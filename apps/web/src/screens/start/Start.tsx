import { Navigate } from '@tanstack/react-router';
import { lastTeam } from '../../shell/lastTeam.ts';
import { useMe } from '../../shell/useMe.ts';

/** The address without anything behind it: to the team somebody was in last. */
export default function Start() {
  const { teams } = useMe();
  const team = teams.find((each) => each.id === lastTeam()) ?? teams[0];
  return team ? (
    <Navigate to="/teams/$team" params={{ team: team.id }} replace />
  ) : (
    <Navigate to="/account" replace />
  );
}
