import { preloadScreen } from '@rondo/phases/ui';
import { Navigate, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { meetingRoute } from '../../routes/meeting.ts';
import { Door } from './Door.tsx';
import { LiveMeeting } from './LiveMeeting.tsx';

// The screen of most first phases is in this chunk: taken now, it is there without a spinner later, which
// React would show for at least 0.3 s.
void preloadScreen('collect');

/** A meeting's own page: whoever is known goes in, a stranger stands at the door. */
export default function Meeting() {
  const { meeting } = meetingRoute.useParams();
  const door = meetingRoute.useLoaderData();
  const router = useRouter();
  const [entered, setEntered] = useState<string | null>(null);
  const lookAgain = useCallback(
    () => router.invalidate({ filter: ({ routeId }) => routeId === meetingRoute.id }),
    [router],
  );
  if (door.status === 'ended' && door.you !== 'stranger')
    return <Navigate to="/m/$meeting/outcome" params={{ meeting }} replace />;
  if (door.you === 'stranger' && entered !== meeting) {
    // In at once; what only guests learn about the door comes after.
    const enter = (): void => {
      setEntered(meeting);
      void lookAgain();
    };
    return <Door door={door} onEntered={enter} />;
  }
  return <LiveMeeting key={meeting} door={door} onChanged={lookAgain} />;
}
