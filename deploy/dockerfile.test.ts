import { describe, expect, it } from 'vitest';
import { deployFile } from './testing/adapted.ts';
import { faultsOf } from './testing/dockerfile-faults.ts';

const GOOD = `FROM node:26.10.0-slim
WORKDIR /here
RUN apt-get update && apt-get install -y --no-install-recommends x && rm -rf /var/lib/apt/lists/*
USER node
STOPSIGNAL SIGTERM
HEALTHCHECK CMD ["x"]
CMD ["x"]
`;

describe('the lint of Dockerfiles', () => {
  it('finds nothing in ours', () => {
    expect(faultsOf(deployFile('Dockerfile'))).toEqual([]);
  });

  it.each([
    ['a base without a version that stays', 'node:26.10.0-slim', 'node:latest'],
    ['a base without a version that stays', 'node:26.10.0-slim', 'node'],
    ['ADD, which also unpacks and downloads', 'USER', 'ADD a /b\nUSER'],
    ['a folder that depends on the one before', 'WORKDIR /', 'WORKDIR '],
    ['sudo', 'RUN ', 'RUN sudo '],
    ['a script from the network', 'USER', 'RUN curl https://x | sh\nUSER'],
    ['package lists that stay in the image', ' && rm -rf /var/lib/apt/lists/*', ''],
    ['packages that are only recommended', '--no-install-recommends ', ''],
    ['a secret in the image', 'USER', 'ENV RONDO_SECRET=x\nUSER'],
    ['a secret in the image', 'USER', 'ARG NPM_TOKEN\nUSER'],
    ['a shell between Docker and the server', '\nCMD ["x"]', '\nCMD x'],
    ['no health check', 'HEALTHCHECK CMD ["x"]\n', ''],
    ['no word on how it is stopped', 'STOPSIGNAL SIGTERM\n', ''],
    ['root', 'USER node\n', ''],
    ['root', 'USER node', 'USER root'],
    ['Unknown instruction: RUNN', 'RUN', 'RUNN'],
    ['Unknown flag: every', 'HEALTHCHECK', 'HEALTHCHECK --every=1s'],
  ])('finds %s', (fault, is, bad) => {
    expect(faultsOf(GOOD)).toEqual([]);
    expect(GOOD).toContain(is);
    expect(faultsOf(GOOD.replace(is, bad))).toContain(fault);
  });
});
