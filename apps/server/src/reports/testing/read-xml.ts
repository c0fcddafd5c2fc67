export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** The text of its own, with references resolved. */
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

const resolved = (text: string): string =>
  text.replaceAll(/&([^;\s]*);?/g, (whole, name: string) => {
    const found = whole.endsWith(';') ? ENTITIES[name] : undefined;
    if (found === undefined) throw new Error(`no such reference: ${whole}`);
    return found;
  });

/** Reads the XML that we write, strictly: throws at anything that is not well-formed. */
export function readXml(xml: string): Element {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let end = 0;
  for (const match of body.matchAll(/([^<]*)<(\/?)([A-Za-z]+)((?:\s[^<>]*?)?)(\/?)>/gy)) {
    const [whole, text = '', isEnd, name = '', rest = '', isEmpty] = match;
    end = match.index + whole.length;
    const at = open.at(-1);
    if (!at) throw new Error('something stands behind the root');
    if (text.includes(']]>')) throw new Error('a text ends a section that never began');
    at.text += resolved(text);
    if (isEnd) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
      continue;
    }
    const element: Element = { name, attributes: attributesIn(rest), children: [], text: '' };
    at.children.push(element);
    if (!isEmpty) open.push(element);
  }
  if (open.length !== 1 || body.slice(end).trim() !== '') throw new Error('not well-formed');
  if (root.children.length !== 1 || root.text.trim() !== '') throw new Error('not one root');
  return root.children[0]!;
}

function attributesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/\s([A-Za-z:]+)="([^"<]*)"/gy)];
  if (found.map(([whole]) => whole).join('') !== text) throw new Error(`attributes: ${text}`);
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, resolved(value)]));
}
