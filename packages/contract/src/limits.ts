// What both sides know, in a module of its own: the web app takes it without the shapes beside it.

/** Bytes of a file of another tool: a meeting of a thousand cards has some 300 kB. */
export const LARGEST_FOREIGN_FILE = 8_000_000;
