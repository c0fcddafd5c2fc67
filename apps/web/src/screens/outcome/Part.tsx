import { Plural, useLingui } from '@lingui/react/macro';
import { Badge, Card, Markdown, markdownText } from '@rondo/design';
import { inLanguage, type Outcome, type OutcomePart, type OutcomeTopic } from '@rondo/meeting';
import { AgendaPart } from './AgendaPart.tsx';
import { AnswersPart } from './AnswersPart.tsx';
import { EstimatesPart } from './EstimatesPart.tsx';
import { KudosPart } from './KudosPart.tsx';
import { PollPart } from './PollPart.tsx';
import { RankingPart } from './RankingPart.tsx';
import { ReviewedPart } from './ReviewedPart.tsx';
import { ScalePart } from './ScalePart.tsx';
import { TaskList } from './Tasks.tsx';
import styles from './Outcome.module.css';

/** Whether a part tells anything: a question that nobody answered does not. */
export function tells(part: OutcomePart): boolean {
  if (part.as === 'kudos') return part.kudos.length > 0;
  if (part.as === 'answers') return part.answers.length > 0 || (part.missing ?? []).length > 0;
  if (part.as === 'agenda') return part.items.length > 0;
  if (part.as === 'estimates') return part.stories.length > 0;
  if (part.as === 'poll') return part.answers > 0 || part.decision !== null;
  if (part.as === 'ranking') return part.items.length > 0;
  return part.as !== 'scale' || part.answers > 0;
}

/** One part of an outcome; the same few parts serve every kind of phase. */
export function Part({ part, outcome }: { part: OutcomePart; outcome: Outcome }) {
  switch (part.as) {
    case 'topics':
      return part.topics.map((topic, index) => (
        <Topic
          key={index}
          topic={topic}
          // Where nobody has given a vote, none is counted.
          hasVotes={part.topics.some(({ votes }) => votes)}
          outcome={outcome}
        />
      ));
    case 'cards':
      return <Columns columns={part.columns} />;
    case 'scale':
      return <ScalePart part={part} />;
    case 'estimates':
      return <EstimatesPart part={part} />;
    case 'kudos':
      return <KudosPart kudos={part.kudos} />;
    case 'answers':
      return <AnswersPart part={part} />;
    case 'agenda':
      return <AgendaPart items={part.items} />;
    case 'reviewed':
      return <ReviewedPart tasks={part.tasks} />;
    case 'poll':
      return <PollPart part={part} />;
    case 'ranking':
      return <RankingPart part={part} />;
    default:
      // A part that a newer release has stored.
      return null;
  }
}

interface TopicProps {
  topic: OutcomeTopic;
  hasVotes: boolean;
  outcome: Outcome;
}

function Topic({ topic, hasVotes, outcome }: TopicProps) {
  const { t } = useLingui();
  const tasks = outcome.tasks.filter((task) => topic.tasks.includes(task.id));
  const alone = aloneIn(topic);
  return (
    <article className={styles.topic}>
      <div>
        <h3 className={alone ? styles.alone : styles.topicTitle}>
          {alone ? <Markdown text={alone.text} /> : markdownText(topic.title)}
        </h3>
        <p className={styles.facts}>
          {hasVotes && topic.votes !== null && (
            <Badge>
              <Plural value={topic.votes} one="# vote" other="# votes" />
            </Badge>
          )}
          {topic.parked && <Badge tone="warn">{t`parking lot`}</Badge>}
          {alone && <Source card={alone} />}
        </p>
      </div>
      {!alone && topic.cards.length > 0 && (
        <ul className={styles.cards}>
          {topic.cards.map((card, index) => (
            <li key={index}>
              <Card size="s" footer={<Source card={card} />}>
                <Markdown text={card.text} />
              </Card>
            </li>
          ))}
        </ul>
      )}
      {topic.notes !== '' && (
        <div className={styles.notes}>
          <Markdown text={topic.notes} />
        </div>
      )}
      {topic.comments.length > 0 && (
        <ul className={styles.comments}>
          {topic.comments.map((comment, index) => (
            <li key={index} className={comment.reply ? styles.reply : undefined}>
              <strong>{comment.by}</strong> <Markdown text={comment.text} />
            </li>
          ))}
        </ul>
      )}
      {tasks.length > 0 && <TaskList tasks={tasks} />}
    </article>
  );
}

type OutcomeCard = OutcomeTopic['cards'][number];

/** A card that is its topic's only one and gives it its title: to show both would say everything twice. */
function aloneIn({ title, cards }: OutcomeTopic): OutcomeCard | null {
  const [card] = cards;
  const beginning = title.endsWith('…') ? title.slice(0, -1) : title;
  return cards.length === 1 && card?.text.startsWith(beginning) ? card : null;
}

/** What a card answers, and who wrote it where that is known. */
function Source({ card }: { card: OutcomeCard }) {
  const { i18n } = useLingui();
  return [inLanguage(card.prompt, i18n.locale), card.by]
    .filter((each) => each !== undefined && each !== '')
    .join(' · ');
}

function Columns({ columns }: Pick<Extract<OutcomePart, { as: 'cards' }>, 'columns'>) {
  const { i18n } = useLingui();
  // A column that stayed empty tells nothing.
  const filled = columns.filter(({ cards }) => cards.length > 0);
  return (
    <div className={styles.columns}>
      {filled.map((column, index) => (
        <section key={index}>
          <h3 className={styles.topicTitle}>{inLanguage(column.prompt, i18n.locale)}</h3>
          <ul className={styles.cards}>
            {column.cards.map((card, place) => (
              <li key={place}>
                <Card size="s" footer={card.by}>
                  <Markdown text={card.text} />
                </Card>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
