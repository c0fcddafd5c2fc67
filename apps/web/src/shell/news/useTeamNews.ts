import type { Me } from '@rondo/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { isWriting } from '../isWriting.ts';
import { useNews } from './useNews.ts';

/**
 * Who somebody is and what they may do is asked again when the server says so, and shown at once; while they
 * write it waits, as a screen that goes takes their words along.
 */
export function useTeamNews(): {
  /** What is true while the page still shows what was; null: the page shows what is true. */
  readonly waiting: Me | null;
  /** Shows it. */
  readonly show: () => void;
} {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<Me | null>(null);
  const show = (): void => {
    setWaiting(null);
    for (const part of ['me', 'teams', 'organizations'])
      void queries.invalidateQueries({ queryKey: [[part]] });
  };
  useNews(() => {
    if (!isWriting()) return show();
    api.me.get.call({}).then(setWaiting, () => {
      // A server that is silent now says all of it again when it is back.
    });
  });
  return { waiting, show };
}
