import { useLingui } from '@lingui/react/macro';
import type { MeetingDoor } from '@rondo/contract';
import { Spinner } from '@rondo/design';
import type { LiveClient } from '@rondo/live/client';
import { MeetingProvider, useLive, useStatus } from '@rondo/live/react';
import type { MeetingId } from '@rondo/meeting';
import { Navigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { joinMeeting } from '../../live/joinMeeting.ts';
import { Outside } from '../../shell/Outside.tsx';
import { loadByItself, mayLoadByItself } from '../../shell/release/once.ts';
import { Closed } from './Closed.tsx';
import { Full } from './Full.tsx';
import { Lobby } from './Lobby.tsx';
import { MeetingRoom } from './MeetingRoom.tsx';

interface Props {
  door: MeetingDoor;
  /** The server says that something about the door is different now. */
  onChanged: () => Promise<void>;
}

/** Holds this tab's connection to the meeting for as long as the page shows it. */
export function LiveMeeting({ door, onChanged }: Props) {
  const [client, setClient] = useState<LiveClient | null>(null);
  useEffect(() => {
    // The API's meeting keys are the engine's meeting ids.
    const joined = joinMeeting(door.id as MeetingId);
    setClient(joined);
    return () => joined.close();
  }, [door.id]);
  if (!client) return <Opening />;
  return (
    <MeetingProvider client={client}>
      <Inside door={door} onChanged={onChanged} />
    </MeetingProvider>
  );
}

function Opening() {
  const { t } = useLingui();
  return (
    <Outside title={t`Meeting`}>
      <Spinner label={t`Opening the meeting`} />
    </Outside>
  );
}

/** This page is older than the server takes: it loads anew by itself, once. What is unsent stays on the device. */
function TooOld({ meeting }: { meeting: string }) {
  const isKept = useLive((state) => state.stored || state.unsent === 0);
  const [goes] = useState(() => isKept && mayLoadByItself());
  useEffect(() => {
    if (goes) loadByItself();
  }, [goes]);
  return goes ? <Opening /> : <Closed why="clientTooOld" meeting={meeting} />;
}

function Inside({ door, onChanged }: Props) {
  const status = useStatus();
  const hasView = useLive((state) => state.view !== null);
  const onEnded = useCallback(() => void onChanged(), [onChanged]);
  if (status.is === 'lobby') return <Lobby name={status.name} />;
  if (status.is === 'full') return <Full nextAt={status.nextAt} />;
  if (status.is === 'closed' && status.why === 'clientTooOld') return <TooOld meeting={door.id} />;
  if (status.is === 'closed') return <Closed why={status.why} meeting={door.id} />;
  if (!hasView) return <Opening />;
  return (
    <MeetingRoom
      door={door}
      onEnded={onEnded}
      ended={<Navigate to="/m/$meeting/outcome" params={{ meeting: door.id }} replace />}
    />
  );
}
