import { inLanguage, type Outcome, type OutcomeTopic } from '@rondo/meeting';
import { dayAt } from '../dates.ts';
import type { Letter } from '../mail/letter.ts';
import type { TeamReader } from '../mail/to-team.ts';
import { waitingList } from './agenda.ts';
import { decidedList } from './decided-list.ts';
import { estimateList, helpList, kudosList, scaleList } from './letter-lists.ts';
import { reviewedList } from './reviewed.ts';
import { taskLists } from './task-lists.ts';
import { votesIn } from './votes.ts';
import { WORDS, type Language } from './words.ts';

/** The most topics a mail lists; the page has all of them. */
const MOST_TOPICS = 12;
/** The most people it names. */
const MOST_PEOPLE = 20;

const FRAME = {
  en: {
    subject: (name: string) => `Outcome: ${name}`,
    intro: (activity: string, date: string, people: number) =>
      `${activity}, ${date}, ${people === 1 ? 'one person' : `${people} people`}.`,
    button: 'See the whole outcome',
    topics: 'Topics',
    footnote: 'You get this because you are in the team that held the meeting.',
  },
  de: {
    subject: (name: string) => `Ergebnis: ${name}`,
    intro: (activity: string, date: string, people: number) =>
      `${activity}, ${date}, ${people === 1 ? 'eine Person' : `${people} Personen`}.`,
    button: 'Das ganze Ergebnis ansehen',
    topics: 'Themen',
    footnote: 'Du bekommst das, weil du in dem Team bist, das sich getroffen hat.',
  },
};

interface Links {
  /** Of the whole outcome. */
  readonly url: string;
  /** Of what the team has agreed on. */
  readonly tasks: string;
}

/** The mail that goes to the team when a meeting has ended. */
export function outcomeLetter(
  { language, zone }: Pick<TeamReader, 'language' | 'zone'>,
  outcome: Outcome,
  links: Links,
): Letter {
  const words = WORDS[language];
  const frame = FRAME[language];
  const topics = outcome.phases
    .flatMap((phase) => phase.parts)
    .flatMap((part) => (part.as === 'topics' ? topicItems(part.topics, language) : []))
    .slice(0, MOST_TOPICS);
  return {
    language,
    subject: frame.subject(outcome.name),
    paragraphs: [
      frame.intro(
        inLanguage(outcome.activity, language),
        dayAt(outcome.endedAt, language, zone),
        outcome.people.length,
      ),
      `${words.tookPart}: ${namesIn(outcome, language)}`,
    ],
    lists: [
      ...taskLists(outcome, language, links.tasks),
      ...(topics.length === 0
        ? []
        : [
            {
              title: frame.topics,
              items: topics,
            },
          ]),
      ...estimateList(outcome, language),
      ...decidedList(outcome, language),
      ...helpList(outcome, language),
      ...scaleList(outcome, language),
      ...kudosList(outcome, language),
      ...reviewedList(outcome, language),
      ...waitingList(outcome, language),
    ],
    button: { label: frame.button, url: links.url },
    footnote: frame.footnote,
  };
}

/** Topics that were not parked, with their votes where somebody voted. */
const topicItems = (topics: readonly OutcomeTopic[], language: Language): string[] =>
  topics
    .filter(({ parked }) => !parked)
    .map((topic) => {
      const votes = votesIn(topics, topic);
      return votes === null ? topic.title : `${topic.title} (${WORDS[language].votes(votes)})`;
    });

function namesIn({ people }: Outcome, language: Language): string {
  const names = people
    .slice(0, MOST_PEOPLE)
    .map(({ name, role }) => (role === 'guest' ? `${name} (${WORDS[language].guest})` : name));
  return `${names.join(', ')}${people.length > MOST_PEOPLE ? ' …' : ''}`;
}
