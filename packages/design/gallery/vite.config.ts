import { defineConfig } from 'vite';

// `npx vite packages/design/gallery`: everything there is, on a page to look at.
export default defineConfig({
  root: import.meta.dirname,
  server: { port: 5199, fs: { allow: ['../../..'] } },
  // Older targets would turn light-dark() into something that the hand cannot flip.
  build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
});
