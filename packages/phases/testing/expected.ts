import type { Done } from './free-play.ts';

/** All texts that should still be somewhere, by what they are; kept from what was carried out. */
export class Expected {
  readonly cards = new Map<string, string>();
  readonly comments = new Map<string, string>();
  readonly tasks = new Map<string, string>();
  readonly kudos = new Map<string, string>();
  /** Other words for tasks that were brought along, by phase and task. */
  readonly amended = new Map<string, string>();
  /** Of stories, each with several texts. */
  readonly stories = new Map<string, string[]>();

  note({ name, args, phase }: Done): void {
    if (name === 'amend' && args['text'] !== undefined)
      this.amended.set(`${phase} ${String(args['task'])}`, (args['text'] as string).trim());
    this.noteStories(name, args);
    if (name === 'addTopic' || name === 'editTopic') {
      const { card, text } = args as { card: string; text: string };
      this.cards.set(card, text.trim());
      return;
    }
    const kept = name.endsWith('Card')
      ? this.cards
      : name.endsWith('Comment')
        ? this.comments
        : name.endsWith('Task')
          ? this.tasks
          : name === 'giveKudos' || name === 'editKudos' || name === 'deleteKudos'
            ? this.kudos
            : null;
    if (kept === null || name === 'placeCard' || name === 'splitCard') return;
    const { id, text } = args as { id: string; text?: string };
    if (name.startsWith('delete') || name.startsWith('remove')) kept.delete(id);
    else if (text !== undefined) kept.set(id, text.trim());
  }

  /** All that must be found in the outcome. */
  texts(): string[] {
    return [
      // An item of an agenda and its note are two texts there.
      ...[...this.cards.values()].flatMap((text) => text.split('\n')),
      ...this.comments.values(),
      ...this.tasks.values(),
      ...this.kudos.values(),
      ...this.amended.values(),
      ...[...this.stories.values()].flat(),
    ];
  }

  private noteStories(name: string, args: Record<string, unknown>): void {
    if (name === 'addStories')
      for (const each of args['stories'] as ({ id: string } & object)[])
        this.stories.set(each.id, textsOf(each));
    if (name === 'editStory') this.stories.set(args['id'] as string, textsOf(args));
    if (name === 'removeStory') this.stories.delete(args['id'] as string);
  }
}

/** The texts of a story as a command names it. */
const textsOf = (args: object): string[] => {
  const { title, link, description, acceptance } = args as Record<string, string | null>;
  return [title, link, description, acceptance].flatMap((text) => text?.trim() || []);
};
