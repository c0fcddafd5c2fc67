import { Document, LineCounter, parseDocument, visit } from 'yaml';

/** A file has a few kilobytes; more is a mistake or an attack. */
export const MAX_CHARACTERS = 64_000;

/** Deeper than any activity, and far from what could exhaust the parser's stack. */
export const MAX_DEPTH = 40;

export const TOO_DEEP = 'This is nested too deep for an activity; make it flatter.';

type Mistake = { readonly offset: number; readonly message: string };

export type YamlFile = {
  /** The first slip alone: whatever follows it is read wrongly because of it. */
  readonly mistake: Mistake | undefined;
  readonly lines: LineCounter;
  readonly document: Document;
};

const SENTENCES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'A tab cannot indent in YAML; use two spaces.',
  BAD_INDENT: 'The indentation does not fit the lines above; line it up with them.',
  DUPLICATE_KEY: 'This key is there twice; keep one of them.',
  BLOCK_AS_IMPLICIT_KEY: 'A text with “: ” in it must stand in quotes.',
  BAD_SCALAR_START: 'A text that starts with a sign such as @ or ` must stand in quotes.',
  MULTIPLE_DOCS: 'One file holds one activity; remove the line “---” and what follows.',
  MISSING_CHAR: 'A bracket, brace or comma is missing here or in the line above.',
  TAG_RESOLVE_FAILED: 'Tags (words with “!”) are not used here; put the text in quotes.',
};

/** Reads YAML without ever throwing: what is wrong comes back as a mistake with its offset in the text. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  if (text.length > MAX_CHARACTERS)
    return unreadable(
      lines,
      `The file has more than ${MAX_CHARACTERS} characters; make it shorter.`,
    );
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    const empty = {
      offset: 0,
      message: 'The file is empty; start from another activity of this folder.',
    };
    const mistakes = [
      ...syntaxMistakes(document, text),
      ...refusedNodes(document),
      ...(document.contents === null ? [empty] : []),
    ];
    return { mistake: mistakes.sort((a, b) => a.offset - b.offset)[0], lines, document };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // the parser's stack: thousands of brackets and nothing else
    return unreadable(lines, TOO_DEEP);
  }
}

function unreadable(lines: LineCounter, message: string): YamlFile {
  return { mistake: { offset: 0, message }, lines, document: new Document(null) };
}

/** What YAML allows and these files do without, because it can blow up in memory or surprise its reader. */
function refusedNodes(document: Document): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      mistakes.push({
        offset: alias.range?.[0] ?? 0,
        message: 'A text that starts with * must stand in quotes; YAML aliases are not used here.',
      });
    },
    Collection: (_key, node, ancestors) => {
      if (ancestors.length <= MAX_DEPTH) return undefined;
      mistakes.push({ offset: node.range?.[0] ?? 0, message: TOO_DEEP });
      return visit.BREAK;
    },
  });
  return mistakes;
}

function syntaxMistakes(document: Document, text: string): Mistake[] {
  const open = unclosedQuote(document, text);
  if (open !== undefined)
    return [
      {
        offset: open,
        message: 'This quote is never closed; put the same sign at the end of the text.',
      },
    ];
  return [...document.errors, ...document.warnings].map(({ code, pos, message }) => ({
    offset: pos[0],
    message: SENTENCES[code] ?? `This is not valid YAML: ${message}.`,
  }));
}

/** The parser notices a forgotten quote at the end of the file; people look for where it was opened. */
function unclosedQuote(document: Document, text: string): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Scalar: (_key, { range, type }) => {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (!isQuoted || range == null) return undefined;
      const [start, end] = range;
      if (end - start > 1 && text[end - 1] === text[start]) return undefined;
      offset = start;
      return visit.BREAK;
    },
  });
  return offset;
}
