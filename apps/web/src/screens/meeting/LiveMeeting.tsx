import { useLingui } from '@lingui/react/macro';
import type { MeetingDoor } from '@rondo/contract';
import { Spinner } from '@rondo/design';
import { MeetingProvider, useLive, useStatus } from '@rondo/live/react';
import type { MeetingId } from '@rondo/meeting';
import { useEffect, useState } from 'react';
import { connectTo } from '../../live/index.ts';
import { Outside } from '../../shell/Outside.tsx';
import { Closed } from './Closed.tsx';
import { Lobby } from './Lobby.tsx';
import { MeetingRoom } from './MeetingRoom.tsx';

interface Props {
  door: MeetingDoor;
  /** The server says that something about the door is different now. */
  onChanged: () => Promise<void>;
}

/** Holds this tab's connection to the meeting for as long as the page shows it. */
export function LiveMeeting({ door, onChanged }: Props) {
  // The API's meeting keys are the engine's meeting ids.
  const [client, setClient] = useState(() => connectTo(door.id as MeetingId));
  useEffect(() => {
    // Strict mode closes once in between; a closed client is replaced.
    let current = client;
    if (client.isClosed()) {
      current = connectTo(door.id as MeetingId);
      setClient(current);
    }
    return () => current.close();
  }, [client, door.id]);
  return (
    <MeetingProvider client={client}>
      <Inside door={door} onChanged={onChanged} />
    </MeetingProvider>
  );
}

function Inside({ door, onChanged }: Props) {
  const { t } = useLingui();
  const status = useStatus();
  const hasView = useLive((state) => state.view !== null);
  if (status.is === 'lobby') return <Lobby name={status.name} />;
  if (status.is === 'closed') return <Closed why={status.why} meeting={door.id} />;
  if (!hasView) {
    return (
      <Outside title={t`Meeting`}>
        <Spinner label={t`Opening the meeting`} />
      </Outside>
    );
  }
  return <MeetingRoom door={door} onChanged={onChanged} />;
}
