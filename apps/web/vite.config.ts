import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { lingui } from '@lingui/vite-plugin';
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { contract } from '@rondo/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { buildId } from './build/build-id.ts';
import { early } from './build/early.ts';

/**
 * `virtual:contract`: method and path of every endpoint, without the schemas, which only the server needs;
 * `virtual:contract/guest`: of those alone that a guest of a meeting calls.
 */
function contractRoutes(): Plugin {
  const { meetings, insight } = contract;
  const modules = new Map<string, AnyContractRouter>([
    ['virtual:contract', contract],
    ['virtual:contract/guest', { meetings, insight: { view: insight.view } }],
  ]);
  return {
    name: 'rondo:contract',
    resolveId: (source) => (modules.has(source) ? `\0${source}` : undefined),
    load: (source) => {
      const router = modules.get(source.slice(1));
      return router && `export default ${JSON.stringify(routesOf(router))}`;
    },
  };
}

function routesOf(router: AnyContractRouter): unknown {
  if (isContractProcedure(router)) {
    const { method, path } = router['~orpc'].route;
    return `${method} ${path}`;
  }
  return Object.fromEntries(Object.entries(router).map(([name, each]) => [name, routesOf(each)]));
}

const COMPRESSED = /\.(js|css|html|svg|json|webmanifest)$/;

/** Puts a .br and a .gz beside every text, so that the server never compresses while people wait. */
function compressed(): Plugin {
  return {
    name: 'rondo:compressed',
    apply: 'build',
    // The files as they were written: some are still changed by plugins after this one.
    writeBundle({ dir = '' }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (!COMPRESSED.test(fileName)) continue;
        const file = join(dir, fileName);
        const source = readFileSync(file);
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
        };
        writeFileSync(`${file}.br`, brotliCompressSync(source, { params }));
        writeFileSync(`${file}.gz`, gzipSync(source, { level: 9 }));
      }
    },
  };
}

const server = process.env['RONDO_DEV_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    react(),
    lingui({
      macroTransform: true,
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      // A missing translation stops the build, so no language is ever half there.
      failOnMissing: process.env['RONDO_DRAFT'] === undefined,
    }),
    contractRoutes(),
    early(),
    buildId(),
    compressed(),
  ],
  build: {
    manifest: true,
    // `light-dark()` in the tokens asks for these.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Few chunks on a guest's way to the first card: four in place of eighty compress 28 kB smaller.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 4 },
            // Only outside of meetings: a guest does without the routes and the 12 kB of the queries.
            {
              name: 'routes',
              test: /[\\/]web[\\/]src[\\/](routes|screens[\\/]library[\\/]filters\.ts)/,
              priority: 3,
            },
            {
              name: 'queries',
              test: /react-query|[\\/](Queries\.tsx|api[\\/](client|every)\.ts)$|virtual:contract$/,
              priority: 3,
            },
            // What most screens share, so that signing in need not load the meeting. Drawings and what
            // only screens outside of meetings share is none of a guest's business.
            {
              name: 'parts',
              test: /[\\/]packages[\\/]design[\\/](?!src[\\/]look[\\/]illustration)|[\\/]web[\\/]src[\\/]((api|language|live|screens[\\/]meeting|shell[\\/]release)[\\/]|shell[\\/](CopyField|LanguageMenu|Outside|useTitle))|react-router/,
              minShareCount: 5,
              priority: 2,
            },
            // With everything they need and nobody else had before.
            {
              name: 'meeting',
              test: /[\\/](meeting[\\/]Meeting|collect[\\/]ui[\\/]index)\.tsx?$/,
              priority: 1,
            },
            // What screens outside of meetings share.
            {
              name: 'more',
              test: /[\\/]look[\\/]illustration[\\/]|[\\/]screens[\\/](library|series|schedule|activity)[\\/]/,
              minShareCount: 3,
              priority: 0,
            },
          ],
        },
      },
    },
  },
  // The server checks that a request comes from the address it was sent to, so that is kept.
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/live': { target: server, changeOrigin: false, ws: true },
    },
  },
});
