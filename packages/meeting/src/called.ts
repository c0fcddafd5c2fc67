/** A name may be followed by anything that does not go on with it. */
export const goesOn = /^[\p{L}\p{N}_]/u;

/**
 * Who a text speaks to by `@name`; of two names that begin alike the longer one counts.
 * @param people everybody it may speak to
 */
export function calledIn<Id extends string>(
  text: string,
  people: readonly { id: Id; name: string }[],
): Id[] {
  const known = people
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<Id>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // An address is not a call.
    if (/[\p{L}\p{N}_]$/u.test(text.slice(0, at))) continue;
    const rest = text.slice(at + 1);
    const who = known.find(
      ({ name }) => rest.startsWith(name) && !goesOn.test(rest.slice(name.length)),
    );
    if (who) found.add(who.id);
  }
  return [...found];
}
