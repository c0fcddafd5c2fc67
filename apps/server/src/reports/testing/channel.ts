import type { ReportChannel } from '@rondo/contract';
import { bodyOf, type Owner } from '../../testing/people.ts';

/** What all reports of Ada’s team have in common, as she sees it. */
export const channelOf = async ({ ada, team }: Owner): Promise<ReportChannel> =>
  bodyOf<{ channel: ReportChannel }>(await ada.get(`/api/teams/${team}/reports`)).channel;

export const pathOf = (url: string | null): string => new URL(url ?? 'http://none').pathname;
