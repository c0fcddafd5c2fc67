import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { settingsList } from '../apps/server/src/settings/list.ts';
import { root } from '../tools/repository/paths.ts';
import { deployFile } from './testing/adapted.ts';

const settings = new Set<string>(Object.values(settingsList).map(({ name }) => name));
/** Names that the settings of deployments must not misspell. */
const isOurs = (name: string): boolean => /^(RONDO_|DATABASE_URL|SMTP_URL|PORT$|HOST$)/.test(name);

/** The parts of the Compose specification that our file uses; anything else is a slip. */
const Service = z.strictObject({
  image: z.string().regex(/^(rondo|[a-z/]+:\d[\d.]+)$/, 'a version that does not move'),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  init: z.boolean().optional(),
  restart: z.literal('unless-stopped'),
  environment: z.record(z.string(), z.string()).optional(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string().regex(/^\d+:\d+(\/udp)?$/)).optional(),
  volumes: z.array(z.string().regex(/^[a-z./A-Z-]+:\/[a-zA-Z/.-]+(:ro)?$/)).optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.literal('service_healthy') }))
    .optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
    })
    .optional(),
  stop_signal: z.string().optional(),
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .optional(),
  shm_size: z.string().optional(),
  ulimits: z.strictObject({ nofile: z.strictObject({ soft: z.int(), hard: z.int() }) }).optional(),
  security_opt: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
});
const Compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
});

describe('compose.yaml', () => {
  const text = deployFile('compose.yaml');
  const { services, volumes } = Compose.parse(parse(text));

  it('lets nothing but the proxy be reached from outside', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['caddy']);
  });

  it('names settings that exist, and asks for what it needs', () => {
    const names = Object.keys(services['app']?.environment ?? {}).filter(isOurs);
    expect(names.filter((name) => !settings.has(name))).toEqual([]);
    const asked = [...text.matchAll(/\$\{(\w+):([?-])/g)].map(([, name]) => name ?? '');
    const example = deployFile('compose.env.example');
    for (const name of asked) expect(example).toMatch(new RegExp(`^${name}=`, 'm'));
    expect(text).not.toMatch(/\$\{\w+\}/);
  });

  it('uses volumes and files that are there', () => {
    for (const { volumes: used = [], depends_on = {} } of Object.values(services)) {
      for (const [from = ''] of used.map((each) => each.split(':'))) {
        if (from.startsWith('./')) expect(existsSync(join(root, 'deploy', from)), from).toBe(true);
        else expect(Object.keys(volumes)).toContain(from);
      }
      for (const other of Object.keys(depends_on)) expect(Object.keys(services)).toContain(other);
    }
  });

  it('gives the proxy two files for every one of the app, and the app time to move people', () => {
    const files = (name: string) => services[name]?.ulimits?.nofile.soft ?? 0;
    expect(files('app')).toBeGreaterThanOrEqual(65_536);
    expect(files('caddy')).toBeGreaterThanOrEqual(2 * files('app'));
    expect(parseInt(services['app']?.stop_grace_period ?? '', 10)).toBeGreaterThanOrEqual(60);
  });
});

describe('the Dockerfile', () => {
  const text = deployFile('Dockerfile').replaceAll(/\\\n/g, ' ');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const all = (keyword: string): string[] =>
    lines
      .filter((line) => line.startsWith(`${keyword} `))
      .map((line) => line.slice(keyword.length + 1));

  it('knows no keyword but Docker’s', () => {
    const known =
      /^(FROM|WORKDIR|ENV|COPY|RUN|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD|ENTRYPOINT|ARG|LABEL) /;
    expect(lines.filter((line) => !known.test(line.trim()))).toEqual([]);
  });

  it('is built on the Node.js and the pnpm that the project uses', () => {
    const version = readFileSync(join(root, '.node-version'), 'utf8').trim();
    for (const from of all('FROM')) expect(from).toContain(`node:${version}-`);
    const install = readFileSync(join(root, 'tools/launch/install.mjs'), 'utf8');
    const pnpm = /'(pnpm@[\d.]+)'/.exec(install)?.[1] ?? 'none';
    expect([...text.matchAll(/pnpm@[\d.]+/g)].map(([each]) => each)).toEqual([pnpm, pnpm]);
  });

  it('copies what is there, and runs as nobody in particular', () => {
    const sources = all('COPY').filter((line) => !line.startsWith('--from'));
    for (const source of sources.flatMap((line) => line.split(/\s+/).slice(0, -1)))
      expect(existsSync(join(root, source)), source).toBe(true);
    const user = lines.findIndex((line) => line.startsWith('USER node'));
    const afterwards = lines.slice(user).filter((line) => /^(RUN|COPY|USER root)/.test(line));
    expect([user > 0, afterwards]).toEqual([true, []]);
  });

  it('starts the server itself, without a shell that would keep signals, and can say how it is', () => {
    const [command = ''] = all('CMD').slice(-1);
    // An array of arguments, or this throws.
    const [program, script] = JSON.parse(command) as string[];
    expect([program, existsSync(join(root, script ?? ''))]).toEqual(['node', true]);
    const [check = ''] = all('HEALTHCHECK');
    expect(check).toContain('/health`');
    expect(JSON.parse(check.slice(check.indexOf('[')))).toHaveLength(3);
    expect(
      all('ENV')
        .join(' ')
        .match(/RONDO_\w+/g)
        ?.filter((name) => !settings.has(name)),
    ).toEqual([]);
  });
});

describe('the files for Dokku', () => {
  const Check = z.strictObject({
    type: z.enum(['startup', 'liveness', 'readiness']),
    name: z.string(),
    description: z.string().optional(),
    path: z.enum(['/ready', '/health']),
    attempts: z.int().positive(),
    wait: z.int().optional(),
    initialDelay: z.int().optional(),
    timeout: z.int().positive(),
  });
  const AppJson = z.strictObject({
    name: z.string(),
    healthchecks: z.strictObject({ web: z.array(Check) }),
    formation: z.strictObject({ web: z.strictObject({ quantity: z.int() }) }),
  });

  it('wait until people may come, old Dokku and new alike', () => {
    const { healthchecks } = AppJson.parse(JSON.parse(deployFile('dokku/app.json')));
    const startup = healthchecks.web.find(({ type }) => type === 'startup');
    const old = deployFile('dokku/CHECKS');
    expect(old).toMatch(/^\/ready$/m);
    const said = (name: string): number =>
      Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(old)?.[1]);
    expect(startup).toMatchObject({
      path: '/ready',
      attempts: said('ATTEMPTS'),
      wait: said('WAIT'),
      timeout: said('TIMEOUT'),
    });
  });
});
