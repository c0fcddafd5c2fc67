import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { openNews } from './openNews.ts';

/** Teammates do not all ask at the same moment: each waits up to so long, ms. */
const SPREAD_MS = 400;

/**
 * Asks again for what is on the screen when the server says that it has changed. To be mounted once, in
 * the frame. A topic `team:…:tasks` stands for everything that comes from `api.tasks`, one of a person
 * alone for their notifications.
 */
export function useNews(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = openNews((topic) => {
      const filter = topic === null ? {} : { queryKey: [[featureOf(topic)]] };
      const timer = setTimeout(() => {
        timers.delete(timer);
        void queries.invalidateQueries(filter);
      }, Math.random() * SPREAD_MS);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [queries]);
}

/** The part of the API that a topic is about. */
function featureOf(topic: string): string {
  const [, , feature = 'notifications'] = topic.split(':');
  return feature;
}
