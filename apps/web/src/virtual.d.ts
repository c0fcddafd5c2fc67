/** What a guest of a meeting calls. */
declare module 'virtual:contract/guest' {
  import type { Routes } from 'virtual:contract';
  const routes: Routes;
  export default routes;
}

declare module 'virtual:contract' {
  /** Method and path of every endpoint, by name, as `GET /meetings/{meeting}`. */
  export interface Routes {
    readonly [name: string]: string | Routes;
  }
  const routes: Routes;
  export default routes;
}
declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
