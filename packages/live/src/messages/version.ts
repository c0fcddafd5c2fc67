/**
 * The version of the messages in this folder. Raise it with every change that an older reader would
 * misunderstand; a test hashes the schemas so that none slips through. A server speaks to clients of
 * this version and the one before, and a client to such servers.
 */
export const PROTOCOL = 1;

export const isAccepted = (version: number): boolean =>
  version === PROTOCOL || version === PROTOCOL - 1;
