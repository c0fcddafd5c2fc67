import { useEffect } from 'react';
import { api } from '../../api/client.ts';

const KEY = 'rondo-zone';

/** Tells the server once in which time zone this person is, and again when they have travelled. */
export function useOwnZone(person: string): void {
  useEffect(() => {
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
    const told = `${person} ${zone}`;
    if (localStorage.getItem(KEY) === told) return;
    api.notifications.change.call({ zone }).then(
      () => localStorage.setItem(KEY, told),
      // The next page tells it again; until then mails come as they did.
      () => undefined,
    );
  }, [person]);
}
