export * from './codes.ts';
export * from './from-client.ts';
export * from './from-server.ts';
export * from './version.ts';
