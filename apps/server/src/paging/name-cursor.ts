import * as z from 'zod';
import { problem } from '../http/problem.ts';

/** Where a page of a list in the order of names ended. */
export interface NameCursor {
  readonly name: string;
  readonly id: string;
}

const Stored = z.tuple([z.string().max(400), z.uuid()]);

/** What callers hand back to get the next page. */
export const writeNameCursor = ({ name, id }: NameCursor): string =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url');

/** Throws `bad-input` for what is none. */
export function readNameCursor(text: string): NameCursor {
  try {
    const [name, id] = Stored.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { name, id };
  } catch {
    throw problem('bad-input');
  }
}

/** For `like`: what people typed, found anywhere, its own wildcards taken literally. */
export const anywhere = (find: string): string => `%${find.replaceAll(/[\\%_]/g, '\\$&')}%`;
