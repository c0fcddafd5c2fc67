/** A part of a path that every system takes: small letters, digits, dashes. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return plain === '' ? 'team' : plain;
}

/** Gives every name once: a second one of the same gets a number. */
export function onceEach(): (name: string) => string {
  const taken = new Map<string, number>();
  return (name) => {
    const n = (taken.get(name) ?? 0) + 1;
    taken.set(name, n);
    if (n === 1) return name;
    return taken.has(`${name}-${n}`) ? `${name}-${n}-${n}` : `${name}-${n}`;
  };
}
