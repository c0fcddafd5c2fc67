import type { Board, ParticipantId } from '@rondo/meeting';

type People = Board['people'];

/** A name may be followed by anything that does not go on with it. */
const goesOn = /^[\p{L}\p{N}_]/u;

/** Who a text speaks to by `@name`; of two names that begin alike the longer one counts. */
export function mentionsIn(text: string, people: People): ParticipantId[] {
  // The record's own keys are participant ids.
  const known = (Object.keys(people) as ParticipantId[])
    .filter((id) => people[id]?.state === 'in')
    .map((id) => ({ id, name: people[id]?.name ?? '' }))
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Set<ParticipantId>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // An address is not a call.
    if (/[\p{L}\p{N}_]$/u.test(text.slice(0, at))) continue;
    const rest = text.slice(at + 1);
    const who = known.find(
      ({ name }) => name !== '' && rest.startsWith(name) && !goesOn.test(rest.slice(name.length)),
    );
    if (who) found.add(who.id);
  }
  return [...found];
}

/** The text with the names it speaks to in bold, as markdown. */
export function withBoldNames(
  text: string,
  mentions: readonly ParticipantId[],
  people: People,
): string {
  const names = mentions
    .map((id) => people[id]?.name ?? '')
    // A star in a name would close the bold.
    .filter((name) => name !== '' && !/[*_`]/.test(name))
    .sort((a, b) => b.length - a.length);
  return names.reduce(
    (so, name) =>
      so.replaceAll(`@${name}`, (all, at: number, whole: string) =>
        goesOn.test(whole.slice(at + all.length)) || whole.slice(at - 2, at) === '**'
          ? all
          : `**${all}**`,
      ),
    text,
  );
}
