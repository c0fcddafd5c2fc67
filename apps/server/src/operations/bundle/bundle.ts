import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { CannotStart } from '../../cannot-start.ts';

const Part = {
  about: z.object({ at: z.iso.datetime(), host: z.string() }),
  settings: z.array(
    z.object({
      name: z.string(),
      /** As one would write it; empty: not set. */
      value: z.string(),
      source: z.enum(['environment', 'generated file', 'default']),
      secret: z.boolean(),
      ofThisMachine: z.boolean(),
    }),
  ),
  /** By the name of the program. */
  versions: z.record(z.string(), z.string()),
  /** By the name of the limit. */
  limits: z.record(z.string(), z.number()),
  /** The minutes of the ledger: [minute in ms, node, sockets, handshakes, file descriptors, database connections]. */
  peaks: z.array(z.tuple([z.number(), z.string(), z.number(), z.number(), z.number(), z.number()])),
  runs: z.array(
    z.object({
      kind: z.string(),
      at: z.iso.datetime(),
      succeeded: z.boolean(),
      result: z.unknown(),
    }),
  ),
  /** Texts of configuration files by their path: proxies, units, sysctls. */
  files: z.record(z.string(), z.string()),
};
const BundleShape = z.object(Part);

/** All that a server is beside its database, as `rondo settings export` takes it along. */
export type Bundle = Readonly<z.infer<typeof BundleShape>>;
export type PeakMinute = Bundle['peaks'][number];

const Packed = z.object({
  format: z.literal(1),
  parts: z.record(z.string(), z.string()),
  sha256: z.record(z.string(), z.string()),
});

const GZIP = Buffer.from('1f8b', 'hex');

/** What gets sealed. */
export function pack(bundle: Bundle): Buffer {
  const parts = Object.fromEntries(
    Object.entries(bundle).map(([name, part]) => [name, JSON.stringify(part)]),
  );
  const sha256 = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, checksum(text)]),
  );
  return gzipSync(JSON.stringify({ format: 1, parts, sha256 }));
}

/** @param begin the first bytes of what was sealed */
export function isPacked(begin: Buffer): boolean {
  return begin.subarray(0, GZIP.length).equals(GZIP);
}

/** Throws `CannotStart` for what is no bundle, or has a part that is not what its checksum says. */
export function unpack(content: Uint8Array): Bundle {
  try {
    const { parts, sha256 } = Packed.parse(JSON.parse(gunzipSync(content).toString('utf8')));
    const wrong = Object.keys(parts).find((name) => checksum(parts[name] ?? '') !== sha256[name]);
    if (wrong !== undefined) throw new Error(`its part “${wrong}” does not match its checksum`);
    return BundleShape.parse(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, JSON.parse(text)])),
    );
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new CannotStart(
      `The settings bundle was opened, and is not what this release reads: ${reason}. Import it with the release that has exported it.`,
      { cause: error },
    );
  }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
