import { api } from '../../api/client.ts';

/** A team's reports, a page at a time. */
export const reportsOf = (team: string) =>
  api.reports.list.infiniteOptions({
    input: (before: string | undefined) => ({
      team,
      limit: 30,
      ...(before !== undefined && { before }),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.before ?? undefined,
  });
