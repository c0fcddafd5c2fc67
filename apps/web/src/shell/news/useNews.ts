import { useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { openNews } from './openNews.ts';

/** Teammates do not all ask at the same moment: each waits up to so long, ms. */
const SPREAD_MS = 400;

/**
 * Asks again for what is on the screen when the server says that it has changed. To be mounted once, in
 * the frame. A topic `team:…:tasks` stands for everything that comes from `api.tasks`, one of a person
 * alone for their notifications.
 * @param hearOfTeams a team, who is in it or what one may do there has changed
 */
export function useNews(hearOfTeams: () => void): void {
  const queries = useQueryClient();
  const hear = useEffectEvent(hearOfTeams);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = openNews((topic) => {
      const feature = topic === null ? null : featureOf(topic);
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (feature === null) void queries.invalidateQueries({ predicate: isOfNoTeam });
        else if (feature !== 'teams') void queries.invalidateQueries({ queryKey: [[feature]] });
        if (feature === null || feature === 'teams') hear();
      }, Math.random() * SPREAD_MS);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [queries]);
}

/** Not of what `hearOfTeams` looks after. */
const isOfNoTeam = ({ queryKey: [path] }: Query): boolean =>
  !(Array.isArray(path) && ['me', 'teams', 'organizations'].includes(String(path[0])));

/** The part of the API that a topic is about. */
function featureOf(topic: string): string {
  const [, , feature = 'notifications'] = topic.split(':');
  return feature;
}
