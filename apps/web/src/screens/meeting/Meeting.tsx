import { useLingui } from '@lingui/react/macro';
import { Spinner } from '@rondo/design';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { meetingRoute } from '../../routes.tsx';
import { Outside } from '../../shell/Outside.tsx';
import { Door } from './Door.tsx';
import { LiveMeeting } from './LiveMeeting.tsx';

/** A meeting's own page: whoever is known goes in, a stranger stands at the door. */
export default function Meeting() {
  const { t } = useLingui();
  const { meeting } = meetingRoute.useParams();
  const queryClient = useQueryClient();
  const look = api.meetings.door.queryOptions({ input: { meeting } });
  const door = useQuery({ ...look, staleTime: Infinity });
  if (door.isError) throw door.error;
  if (door.isPending) {
    return (
      <Outside title={t`Meeting`}>
        <Spinner label={t`Opening the meeting`} />
      </Outside>
    );
  }
  const { you, status } = door.data;
  if (status === 'ended' && you !== 'stranger')
    return <Navigate to="/m/$meeting/outcome" params={{ meeting }} replace />;
  const lookAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: look.queryKey });
  if (you === 'stranger') return <Door door={door.data} onEntered={lookAgain} />;
  return <LiveMeeting key={meeting} door={door.data} onChanged={lookAgain} />;
}
