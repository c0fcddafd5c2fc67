import { QueryClient } from '@tanstack/react-query';
import { errorCode } from '../api/call.ts';

/** What this tab has read from the server, outside of meetings. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // An answer of the server is an answer; only silence is worth another try.
      retry: (failures, error) => errorCode(error) === 'offline' && failures < 3,
      staleTime: 5_000,
    },
  },
});
