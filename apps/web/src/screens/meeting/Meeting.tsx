import { Navigate, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { meetingRoute } from '../../routes.tsx';
import { Door } from './Door.tsx';
import { LiveMeeting } from './LiveMeeting.tsx';

/** A meeting's own page: whoever is known goes in, a stranger stands at the door. */
export default function Meeting() {
  const { meeting } = meetingRoute.useParams();
  const door = meetingRoute.useLoaderData();
  const router = useRouter();
  const lookAgain = useCallback(
    () => router.invalidate({ filter: ({ routeId }) => routeId === meetingRoute.id }),
    [router],
  );
  if (door.status === 'ended' && door.you !== 'stranger')
    return <Navigate to="/m/$meeting/outcome" params={{ meeting }} replace />;
  if (door.you === 'stranger') return <Door door={door} onEntered={lookAgain} />;
  return <LiveMeeting key={meeting} door={door} onChanged={lookAgain} />;
}
