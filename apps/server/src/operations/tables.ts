import type { ColumnType, Generated } from 'kysely';

/** Made by `0040_operations.sql`. */
interface ServerNodeTable {
  name: string;
  release: string;
  host: string;
  pid: number;
  started_at: Date;
  seen_at: Date;
  draining: Generated<boolean>;
  database_connections: number;
}

interface PeakTable {
  minute: Date;
  node: string;
  sockets: number;
  handshakes: number;
  file_descriptors: number;
  database_connections: number;
}

interface OperationRunTable {
  id: Generated<string>;
  kind: string;
  at: Generated<Date>;
  succeeded: boolean;
  result: ColumnType<unknown, string, string>;
}

/** Made by `0041_web_asset.sql`. */
interface WebAssetTable {
  path: string;
  type: string;
  br: Buffer | null;
  gzip: Buffer | null;
  identity: Buffer;
  listed_at: Generated<Date>;
}

/** Made by `0042_audit.sql`. */
interface AuditTable {
  id: Generated<string>;
  n: ColumnType<string | null, never, never>;
  at: Generated<Date>;
  act: string;
  actor: string | null;
  network: string | null;
  about: string;
  hash: ColumnType<Buffer | null, never, never>;
}

export interface OperationTables {
  audit: AuditTable;
  web_asset: WebAssetTable;
  server_node: ServerNodeTable;
  peak: PeakTable;
  operation_run: OperationRunTable;
}
