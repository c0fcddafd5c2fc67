import '@rondo/design/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { applyStoredTheme } from '@rondo/design';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferredLanguage, showLanguage } from './language/language.ts';
import { createAppRouter } from './routes.tsx';
import { noticeFailedImports } from './shell/release/notLoaded.ts';
import { watchRelease } from './shell/release/watchRelease.ts';

applyStoredTheme();
noticeFailedImports();
await showLanguage(preferredLanguage());

const router = createAppRouter();
watchRelease(router);

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>
  </StrictMode>,
);
