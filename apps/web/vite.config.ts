import { fileURLToPath } from 'node:url';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { lingui } from '@lingui/vite-plugin';
import { minifyContractRouter } from '@orpc/contract';
import { contract } from '@rondo/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** `virtual:contract`: method and path of every endpoint, without the schemas, which only the server needs. */
function contractRoutes(): Plugin {
  const id = 'virtual:contract';
  return {
    name: 'rondo:contract',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) =>
      source === `\0${id}`
        ? `export default ${JSON.stringify(minifyContractRouter(contract))}`
        : undefined,
  };
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
    compressed(),
  ],
  build: {
    manifest: true,
    // `light-dark()` in the tokens asks for these.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // The server checks that a request comes from the address it was sent to, so that is kept.
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/live': { target: server, changeOrigin: false, ws: true },
    },
  },
});
