import { createContext, useContext, type ReactNode } from 'react';
import type { LiveClient } from '../src/client/index.ts';

const Meeting = createContext<LiveClient | null>(null);

/** Gives the screens inside it one live meeting. */
export function MeetingProvider({ client, children }: { client: LiveClient; children: ReactNode }) {
  return <Meeting value={client}>{children}</Meeting>;
}

/** The live meeting around this component. Screens rather use the hooks made from it. */
export function useLiveClient(): LiveClient {
  const client = useContext(Meeting);
  if (!client) throw new Error('useLiveClient needs a MeetingProvider around it');
  return client;
}
