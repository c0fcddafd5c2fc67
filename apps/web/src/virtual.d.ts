declare module 'virtual:contract' {
  import type { contract } from '@rondo/contract';
  const routes: typeof contract;
  export default routes;
}
declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
