import { CannotStart } from '../cannot-start.ts';
import { pages, type Row } from '../operations/audit/read.ts';
import { auditHead, verifyAudit, type Fault, type Head } from '../operations/audit/verify.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

const FAULTS: Readonly<Record<Fault, (n: number) => string>> = {
  missing: (n) => `Row ${n} is missing.`,
  changed: (n) => `Row ${n} is not what it was, or not the row that was there.`,
  unsealed: (n) => `There are rows without a place in the chain, from ${n} on.`,
  'other-head': (n) => `Row ${n} is another one than you have written down: the log was made anew.`,
};

export const audit: Command = {
  usage: 'audit verify [--head N:HASH] | list [--json] [--since DATE] | head',
  means: 'the audit log: whether it is whole, what is in it, and where it ends',
  run: ([what, ...args]) => {
    if (what === 'verify') return verify(headIn(valueOf(args, '--head')));
    if (what === 'list') return list(sinceIn(valueOf(args, '--since')), args.includes('--json'));
    if (what === 'head') return head();
    throw new CannotStart(`Write one of: ${audit.usage}`);
  },
};

const valueOf = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : (args[at + 1] ?? '');
};

async function verify(known: Head | undefined): Promise<number> {
  const verdict = await withDatabase(({ db }) => verifyAudit(db, known));
  if (!verdict.ok) {
    console.error(FAULTS[verdict.why](verdict.n));
    return 1;
  }
  const { n } = verdict.head;
  console.log(`All ${n} rows are as they were written.\nHead: ${shown(verdict.head)}`);
  return 0;
}

async function head(): Promise<void> {
  console.log(shown(await withDatabase(({ db }) => auditHead(db))));
}

async function list(since: Date, asJson: boolean): Promise<void> {
  await withDatabase(async ({ db }) => {
    for await (const rows of pages(db, since))
      for (const row of rows) console.log(asJson ? jsonOf(row) : lineOf(row));
  });
}

const shown = ({ n, hash }: Head): string => `${n}:${hash}`;

const jsonOf = ({ about, ...row }: Row): string =>
  JSON.stringify({ ...row, about: JSON.parse(about) });

const lineOf = ({ n, at, act, actor, network, about }: Row): string =>
  [String(n).padStart(6), at.toISOString(), act, actor ?? '-', network ?? '-', about].join('  ');

function headIn(text: string | undefined): Head | undefined {
  if (text === undefined) return undefined;
  const [, n, hash] = /^(\d+):([0-9a-f]*)$/.exec(text) ?? [];
  if (n === undefined || hash === undefined)
    throw new CannotStart('--head takes what `rondo audit head` has printed, such as 120:ab12…');
  return { n: Number(n), hash };
}

function sinceIn(text: string | undefined): Date {
  if (text === undefined) return new Date(0);
  const since = new Date(text);
  if (Number.isNaN(since.getTime()))
    throw new CannotStart('--since takes a date, such as 2027-01-31.');
  return since;
}
