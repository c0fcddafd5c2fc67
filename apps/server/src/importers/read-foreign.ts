import type { ColumnMapping, ForeignFormat } from '@rondo/contract';
import { LARGEST_FOREIGN_FILE } from '@rondo/contract/limits';
import { guessMapping, readAnyTable } from './any-table.ts';
import { decode } from './decode.ts';
import { looksLikeEasyRetro, readEasyRetro } from './easyretro.ts';
import type { Foreign, NotForeign } from './foreign.ts';
import { PARABOL_POKER, readParabolPoker } from './parabol-poker.ts';
import { PARABOL_RETRO, readParabolRetro } from './parabol-retro.ts';
import { readRetrospected } from './retrospected.ts';
import { readScrumlrCsv, SCRUMLR_CSV } from './scrumlr-csv.ts';
import { readScrumlrJson } from './scrumlr-json.ts';
import { hasHeads, MOST_ROWS, tableIn, type Table } from './table.ts';

export interface ReadForeign {
  readonly format: ForeignFormat | null;
  readonly found: Foreign | NotForeign;
  /** Where it is a table, to choose columns from. */
  readonly table: Table | null;
  readonly mapping: ColumnMapping | null;
}

/** What a file says. Never throws: a file that is none of these says why. */
export function readForeign(
  bytes: Buffer,
  wanted: { format?: ForeignFormat | undefined; mapping?: ColumnMapping | undefined },
): ReadForeign {
  const none = (failure: NotForeign['failure'], where: string | null = null): ReadForeign => ({
    format: wanted.format ?? null,
    found: { failure, where },
    table: null,
    mapping: null,
  });
  if (bytes.length > LARGEST_FOREIGN_FILE) return none('too-large');
  const text = decode(bytes);
  if (text.trim() === '') return none('empty');
  // What is no text, such as a spreadsheet's own file, has it nearly always.
  if (text.includes('\0')) return none('unreadable');
  const format = wanted.format ?? guess(text);
  if (format === 'scrumlr-json') return orNone(format, readScrumlrJson(jsonIn(text)), none);
  if (format === 'retrospected') return orNone(format, readRetrospected(text), none);
  const table = tableIn(text);
  if (!table || table.heads.length === 0) return none('unreadable');
  if (table.rows.length > MOST_ROWS) return none('too-large');
  if (format === null) return none('unknown');
  const mapping = format === 'csv' ? (wanted.mapping ?? guessMapping(table)) : null;
  const found = readTable(format, table, mapping ?? guessMapping(table));
  const isEmpty = found.parts.length === 0 && found.tasks.length === 0;
  return {
    format,
    found: isEmpty ? { failure: 'empty', where: null } : found,
    table: format === 'csv' ? table : null,
    mapping,
  };
}

function readTable(
  format: Exclude<ForeignFormat, 'scrumlr-json' | 'retrospected'>,
  table: Table,
  mapping: ColumnMapping,
): Foreign {
  switch (format) {
    case 'parabol-retro':
      return readParabolRetro(table);
    case 'parabol-poker':
      return readParabolPoker(table);
    case 'scrumlr-csv':
      return readScrumlrCsv(table);
    case 'easyretro':
      return readEasyRetro(table);
    case 'csv':
      return readAnyTable(table, mapping);
  }
}

function orNone(
  format: ForeignFormat,
  found: Foreign | null,
  none: (failure: NotForeign['failure']) => ReadForeign,
): ReadForeign {
  if (!found) return none('unreadable');
  if (found.parts.length === 0 && found.tasks.length === 0) return none('empty');
  return { format, found, table: null, mapping: null };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By what only files of that tool have; any other table is a table. */
function guess(text: string): ForeignFormat | null {
  const start = text.trimStart();
  if (start.startsWith('{')) return 'scrumlr-json';
  if (/^\s*[-*+]\s+[*_\s]*\(\s*\+\s*\d+\s*\/\s*-\s*\d+/m.test(text)) return 'retrospected';
  const table = tableIn(text);
  if (!table) return null;
  if (hasHeads(table, PARABOL_RETRO)) return 'parabol-retro';
  if (hasHeads(table, PARABOL_POKER)) return 'parabol-poker';
  if (hasHeads(table, SCRUMLR_CSV)) return 'scrumlr-csv';
  if (looksLikeEasyRetro(table)) return 'easyretro';
  return table.heads.length > 1 || table.rows.length > 1 ? 'csv' : null;
}
