import { calledIn, goesOn, type Board, type ParticipantId } from '@rondo/meeting';

type People = Board['people'];

/** Which of those who are in the meeting a text speaks to by `@name`. */
export const mentionsIn = (text: string, people: People): ParticipantId[] =>
  calledIn(
    text,
    // The record's own keys are participant ids.
    (Object.keys(people) as ParticipantId[])
      .filter((id) => people[id]?.state === 'in')
      .map((id) => ({ id, name: people[id]?.name ?? '' })),
  );

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
