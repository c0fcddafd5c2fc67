import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Card, Markdown, markdownText } from '@rondo/design';
import { sameItems, useSend, useView } from '@rondo/live/react';
import { promptOf, type CardId, type GroupId, type PhaseId } from '@rondo/meeting';
import { BoardCard, Reactions, TaskForm, TaskList, useWords } from '../../parts/index.ts';
import { react } from '../domain/index.ts';
import { Notes } from './Notes.tsx';
import { TopicThread } from './TopicThread.tsx';
import { TopicTools } from './TopicTools.tsx';
import { linedUp, useDiscuss, useTopicName } from './useDiscuss.ts';
import { useVotesWords } from './useVotesWords.ts';
import styles from './TopicPanel.module.css';

interface Props {
  phase: PhaseId;
  topic: GroupId;
  isCurrent: boolean;
  steers: boolean;
  /** Nothing can be said or written here. */
  readOnly: boolean;
}

/** One topic, large: its cards, what people say, what remains, and who does something about it. */
export function TopicPanel({ phase, topic, isCurrent, steers, readOnly }: Props) {
  const { t } = useLingui();
  const { state } = useDiscuss(phase);
  const name = useTopicName(phase, topic);
  const votes = useVotesWords(useView((view) => view.board.groups[topic]?.votes));
  const cards = useView((view) => view.board.groups[topic]?.cards ?? [], sameItems);
  const isNamed = useView((view) => view.board.groups[topic]?.title != null);
  const { topics } = linedUp(state);
  const at = topics.findIndex((each) => each.id === topic) + 1;
  const known = state.topics[topic];
  const [only] = cards;
  const isAlone = cards.length === 1 && !isNamed;
  return (
    <article className={styles.panel} aria-label={name}>
      <header className={styles.head}>
        <div className={styles.words}>
          <p className={styles.eyebrow}>
            {at > 0 && <span>{t`Topic ${at} of ${topics.length}`}</span>}
            {votes && <strong className={styles.votes}>{votes}</strong>}
            {known?.parked && (
              <Badge>
                <Trans>Parked</Trans>
              </Badge>
            )}
            {known?.done && !isCurrent && (
              <Badge tone="ok">
                <Trans>Done</Trans>
              </Badge>
            )}
          </p>
          <h2 className={isAlone ? 'visually-hidden' : styles.title}>{name}</h2>
        </div>
        {steers && <TopicTools phase={phase} topic={topic} isCurrent={isCurrent} />}
      </header>
      <div key={topic} className={styles.body}>
        {isAlone && only ? (
          <OnlyCard phase={phase} card={only} readOnly={readOnly} />
        ) : (
          <ul className={styles.cards}>
            {cards.map((card) => (
              <li key={card}>
                <BoardCard
                  whole
                  card={card}
                  showPrompt
                  footer={<CardReactions phase={phase} card={card} readOnly={readOnly} />}
                />
              </li>
            ))}
          </ul>
        )}
        <div className={styles.columns}>
          <TopicThread phase={phase} topic={topic} readOnly={readOnly} />
          <div className={styles.results}>
            <Notes phase={phase} topic={topic} readOnly={readOnly} />
            <section className={styles.tasks}>
              <h3 className={styles.subtitle}>
                <Trans>Tasks</Trans>
              </h3>
              <TaskList topic={topic} label={t`Tasks of this topic`} />
              <TaskForm topic={topic} />
            </section>
          </div>
        </div>
      </div>
    </article>
  );
}

interface CardProps {
  phase: PhaseId;
  card: CardId;
  readOnly: boolean;
}

/** A topic of one card has no other title than its words. */
function OnlyCard({ phase, card: id, readOnly }: CardProps) {
  const words = useWords();
  const card = useView((view) => view.board.cards[id]);
  const prompt = useView((view) => (card ? promptOf(view.board, card) : undefined));
  const author = useView((view) => (card?.by ? view.board.people[card.by]?.name : undefined));
  if (!card) return null;
  const small = [prompt && words(prompt.title), author].filter((each) => each !== undefined);
  return (
    <Card
      hue={prompt?.hue}
      size="l"
      footer={
        <>
          <span>{small.join(' · ')}</span>
          <CardReactions phase={phase} card={id} readOnly={readOnly} />
        </>
      }
    >
      <Markdown text={card.text} />
    </Card>
  );
}

function CardReactions({ phase, card, readOnly }: CardProps) {
  const { t } = useLingui();
  const send = useSend();
  const given = useDiscuss(phase).state.reactions[card];
  const text = useView((view) => markdownText(view.board.cards[card]?.text ?? ''));
  return (
    <span className={styles.reactions}>
      <Reactions
        given={given}
        onReact={(reaction, on) => send(phase, react, { target: { card }, reaction, on })}
        to={t`“${text}”`}
        hue="discuss"
        readOnly={readOnly}
      />
    </span>
  );
}
