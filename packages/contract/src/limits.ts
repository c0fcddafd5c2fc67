// Numbers that both sides hold to, an entry of their own: the index brings its schemas along.

/** Bytes of a file of another tool: a meeting of a thousand cards has some 300 kB. */
export const LARGEST_FOREIGN_FILE = 8_000_000;
