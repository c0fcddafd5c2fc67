import '@rondo/design/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { applyStoredTheme } from '@rondo/design';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { errorCode } from './api/client.ts';
import { preferredLanguage, showLanguage } from './language/language.ts';
import { createAppRouter } from './routes.tsx';

applyStoredTheme();
await showLanguage(preferredLanguage());

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // An answer of the server is an answer; only silence is worth another try.
      retry: (failures, error) => errorCode(error) === 'offline' && failures < 3,
      staleTime: 5_000,
    },
  },
});

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={createAppRouter(queryClient)} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
