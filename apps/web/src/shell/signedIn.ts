import type { Me } from '@rondo/contract';
import { redirect } from '@tanstack/react-router';
import { errorCode } from '../api/call.ts';
import { api } from '../api/client.ts';
import { queryClient } from './queryClient.ts';

const known = (): Promise<Me> =>
  queryClient.query({ ...api.me.get.queryOptions({ input: {} }), staleTime: 'static' });

/** Who has no account or is signed out is asked to sign in and comes back to the same address. */
export async function needAccount(here: string): Promise<void> {
  try {
    await known();
  } catch (error) {
    if (errorCode(error) !== 'signed-out') throw error;
    const server = await queryClient.query({
      ...api.server.info.queryOptions({ input: {} }),
      staleTime: 'static',
    });
    if (!server.claimed) redirect({ to: '/first-start', throw: true });
    redirect({ to: '/sign-in', search: { next: here }, throw: true });
  }
}
