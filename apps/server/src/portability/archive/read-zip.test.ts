import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { readManifest } from '../import/read.ts';
import { openArchive } from './read-zip.ts';
import { zipOf, type Entry } from './write-zip.ts';

const zipped = (entries: readonly Entry[]): Promise<Buffer> =>
  buffer(Readable.from(zipOf(Readable.from(entries), new Date('2026-01-01'))));

/** What comes of reading its manifest, as somebody who sends it would hear. */
async function refusal(body: Buffer): Promise<string> {
  const archive = await openArchive(Readable.from([body])).catch((error: unknown) => error);
  if (archive instanceof Error) return archive.message;
  const opened = archive as Awaited<ReturnType<typeof openArchive>>;
  try {
    await readManifest(opened);
    return 'none';
  } catch (error) {
    return error instanceof Error && error.name === 'Fault'
      ? error.message
      : `defect: ${String(error)}`;
  } finally {
    await opened.close();
  }
}

const MANIFEST = {
  format: 'rondo-export',
  version: 1,
  kind: 'team',
  exportedAt: '2026-01-01T00:00:00.000Z',
  release: '1.0.0',
  organization: { id: '01a2077d-fc59-72ff-8d72-6da5c312f2ff', name: 'Acme' },
  teams: [],
};
const manifest = (text: string): readonly Entry[] => [{ path: 'rondo-export.json', text }];

test.each([
  ['no archive', Buffer.from('PK no archive'), /^no-archive$/],
  ['nothing', Buffer.alloc(0), /^no-archive$/],
  ['an archive of something else', await zipped([{ path: 'a.json', text: '{}' }]), /^not-ours$/],
  ['another format', await zipped(manifest('{"format":"other"}')), /^not-ours$/],
  [
    'a newer version',
    await zipped(manifest(JSON.stringify({ ...MANIFEST, version: 2 }))),
    /^newer$/,
  ],
  ['broken JSON', await zipped(manifest('{"format":')), /^broken: rondo-export.json: not JSON/],
  [
    'bytes that are no text',
    await withBytes(Buffer.from([0xff, 0xfe, 0x00])),
    /^broken: .*damaged/,
  ],
  [
    'a zero in a name',
    await zipped(manifest(JSON.stringify({ ...MANIFEST, release: 'a\0b' }))),
    /^broken: rondo-export.json: a character/,
  ],
  [
    'a folder elsewhere',
    await zipped(
      manifest(JSON.stringify({ ...MANIFEST, teams: [{ ...TEAM(), folder: 'teams/../../etc' }] })),
    ),
    /^broken: rondo-export.json: teams\.0\.folder/,
  ],
  ['the same file twice', await zipped([...manifest('{}'), ...manifest('{}')]), /^broken: .*twice/],
  ['a file larger than any', await zipped(manifest(' '.repeat(65 * 1024 * 1024))), /^too-large/],
])('%s is refused', async (_, body, words) => {
  expect(await refusal(body)).toMatch(words);
});

function TEAM() {
  return { id: MANIFEST.organization.id, name: 'A', meetings: 0, tasks: 0, people: 0 };
}

async function withBytes(bytes: Buffer): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(bytes, 'rondo-export.json');
  zip.end();
  return buffer(zip.outputStream);
}

test('a path out of the archive is refused, whatever else is in it', async () => {
  const body = await zipped([
    ...manifest(JSON.stringify(MANIFEST)),
    { path: 'teams/aa/x.json', text: '{}' },
  ]);
  for (const path of ['../../aa/x.json', '/teams/a/x.json', 'C:/ams/aa/x.json']) {
    const spoiled = Buffer.from(
      body.toString('latin1').replaceAll('teams/aa/x.json', path),
      'latin1',
    );
    expect(await refusal(spoiled), path).toBe('no-archive');
  }
});

test('a size that is a lie is found out', async () => {
  const body = await zipped(manifest(`${JSON.stringify(MANIFEST)}${' '.repeat(100_000)}`));
  const directory = body.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  // Where the central directory says how much it is, unpacked.
  body.writeUInt32LE(100, directory + 24);
  expect(await refusal(body)).toMatch(/^broken: rondo-export.json: damaged/);
});

test('of whatever bytes, none does more than be refused, and nothing is left behind', async () => {
  const sound = await zipped(manifest(JSON.stringify(MANIFEST)));
  expect(await refusal(sound)).toBe('none');
  const left = async (): Promise<number> =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('rondo-import-')).length;
  const before = await left();
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const body = Buffer.from(sound);
      for (const [place, byte] of list) body[place % body.length] = byte;
      expect(await refusal(body)).not.toMatch(/^defect/);
    }),
    { numRuns: 300 },
  );
  expect(await left()).toBeLessThanOrEqual(before);
});
