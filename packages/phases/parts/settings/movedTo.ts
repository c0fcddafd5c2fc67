/** The list with what stood at `from` at `to` instead. */
export function movedTo<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from];
  const rest = list.filter((_, index) => index !== from);
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}
