import { sql } from 'kysely';
import type { Check, Finding } from '../check.ts';
import type { DoctorContext } from '../context.ts';
import { finding, notSeen, withoutDatabase } from '../finding.ts';

const id = 'shared-secret';

/** Servers with different secrets do not know each other’s people: who moves from one to another is signed out. */
export const sharedSecret: Check<DoctorContext> = {
  id,
  means: 'all servers sign with the same secret',
  scope: 'machine',
  run: async (context) => {
    const { db, nodes, machine, settings, secretFingerprint: fingerprint } = context;
    if (!db) return withoutDatabase(id);
    if (fingerprint === undefined) {
      return [notSeen(id, 'no secret so far', 'The first start makes one.')];
    }
    const known = await fingerprintsOf(
      db,
      nodes.map(({ name }) => name),
    );
    // Those of this machine too: each may have a data folder of its own, and a secret in it.
    const different = nodes.filter(({ name }) => (known.get(name) ?? fingerprint) !== fingerprint);
    const unsure = nodes.filter(({ name, host }) => !known.has(name) && host !== machine.host);
    const isGuess = different.length === 0 && unsure.length > 0 && !settings.secret;
    const hosts = (isGuess ? unsure : different).map(({ host }) => host).join(', ');
    return [judge(fingerprint, hosts, isGuess)];
  },
};

function judge(fingerprint: string, hosts: string, isGuess: boolean): Finding {
  const measured = isGuess
    ? `RONDO_SECRET is not set, and there is a server on another machine (${hosts})`
    : hosts
      ? `another secret than the servers on ${hosts}`
      : `the same everywhere (fingerprint ${fingerprint})`;
  return finding(id, hosts ? 'failure' : 'ok', {
    measured,
    threshold: 'one RONDO_SECRET for all servers of a database',
    repair:
      'Give every server the same RONDO_SECRET: that of the first one, in its `secrets.json` in RONDO_DATA. To change it for good, stop all servers, then start them with the new one.',
    stopsPublic: true,
    // The next servers compare theirs with it.
    data: { fingerprint, hosts },
  });
}

/** As these servers wrote them down when they were examined. */
async function fingerprintsOf(
  db: NonNullable<DoctorContext['db']>,
  names: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ node: string; fingerprint: string }>`
    select distinct on (result ->> 'node') result ->> 'node' as node,
           found -> 'data' ->> 'fingerprint' as fingerprint
    from operation_run, jsonb_array_elements(result -> 'findings') as found
    where kind = 'doctor' and result ->> 'node' = any(${names}::text[])
      and found ->> 'check' = ${id} and found -> 'data' ? 'fingerprint'
    order by result ->> 'node', at desc`.execute(db);
  return new Map(rows.map(({ node, fingerprint }) => [node, fingerprint]));
}
