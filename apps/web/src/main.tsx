import '@rondo/design/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { applyStoredTheme } from '@rondo/design';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferredLanguage, showLanguage } from './language/language.ts';
import { router } from './routes/router.ts';
import { noticeFailedImports } from './shell/release/notLoaded.ts';

applyStoredTheme();
noticeFailedImports();
await showLanguage(preferredLanguage());

// Nobody waits for these.
setTimeout(watchReleaseSoon, 3_000);
setTimeout(countViewsSoon, 3_000);

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>
  </StrictMode>,
);

function watchReleaseSoon(): void {
  import('./shell/release/watchRelease.ts').then(
    ({ watchRelease }) => watchRelease(router),
    // Without a connection there is no hurry to find out about a new release.
    () => setTimeout(watchReleaseSoon, 60_000),
  );
}

function countViewsSoon(): void {
  import('./shell/countViews.ts').then(
    ({ countViews }) => countViews(router),
    // Without a connection nothing is counted.
    () => undefined,
  );
}
