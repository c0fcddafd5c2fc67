import { accountRouter, serverRouter } from '../accounts/router.ts';

/** Every endpoint of the API, each from the folder of its feature. */
export const router = {
  server: serverRouter,
  me: accountRouter,
};
