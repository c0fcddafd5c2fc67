import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Writes into the page what tells this build from others, so that an open page can find out whether
 * the server has another one by now. Names of files have the hash of their content in them.
 */
export function buildId(): Plugin {
  return {
    name: 'rondo:build-id',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const names = Object.keys(bundle).sort().join('\n');
        const content = createHash('sha256').update(names).digest('hex').slice(0, 16);
        return [{ tag: 'meta', attrs: { name: 'build', content }, injectTo: 'head' }];
      },
    },
  };
}
