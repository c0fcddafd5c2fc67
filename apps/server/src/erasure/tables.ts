/** Made by `0069_erasure.sql`. */
interface ErasureCodeTable {
  user_id: string;
  code_hash: Buffer;
  expires_at: Date;
}

export interface ErasureTables {
  erasure_code: ErasureCodeTable;
}
