import { useEffect, useState } from 'react';
import { useLiveClient } from './MeetingProvider.tsx';

/** The server's time, ms since 1970, moving on every `step` ms; for what counts down to a moment of the server. */
export function useServerTime(step = 1_000): number {
  const client = useLiveClient();
  const [time, setTime] = useState(() => client.serverTime());
  useEffect(() => {
    const tick = setInterval(() => setTime(client.serverTime()), step);
    return () => clearInterval(tick);
  }, [client, step]);
  return time;
}
