import type { Generated } from 'kysely';

/** Made by `0030_library.sql`. */
interface FavouriteTable {
  user_id: string;
  activity_id: string;
  since: Generated<Date>;
}

export interface LibraryTables {
  favourite: FavouriteTable;
}
