import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, Markdown } from '@rondo/design';
import { useLiveClient } from '@rondo/live/react';
import { sorted, type PhaseId } from '@rondo/meeting';
import { ExternalLink, Megaphone } from 'lucide-react';
import { useMemo } from 'react';
import { useAct, useWords } from '../../parts/index.ts';
import type { TalkActions } from '../../parts/talk/TalkActions.ts';
import { Thread } from '../../parts/talk/Thread.tsx';
import {
  addComment,
  ballotOf,
  deleteComment,
  dimensionOf,
  editComment,
  goTo,
  isSamePlace,
  react,
  threadOf,
  type Place,
  type StoryId,
} from '../domain/index.ts';
import { isLink } from '../paste/stories.ts';
import { Result } from './Result.tsx';
import { Seats } from './Seats.tsx';
import { StoryMenu } from './StoryList.tsx';
import { keyOf, useEstimate } from './useEstimate.ts';
import styles from './StoryPanel.module.css';

interface Props {
  phase: PhaseId;
  place: Place;
  isLed: boolean;
  steers: boolean;
  readOnly: boolean;
  look: (key: string) => void;
}

/** One story, large: what it is about, who has picked, what it came to, what people say. */
export function StoryPanel({ phase, place, isLed, steers, readOnly, look }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const act = useAct(phase);
  const { settings, state, status } = useEstimate(phase);
  const talk = useTalk(phase, place.story);
  const thread = useMemo(() => threadOf(state, place.story), [state, place.story]);
  const story = state.stories[place.story];
  if (!story) return null;
  const stories = sorted(state.stories);
  const at = stories.findIndex(([id]) => id === place.story) + 1;
  const isElsewhere = isLed && state.at !== null && !isSamePlace(state.at, place);
  const ballot = ballotOf(story, place.dimension);
  const elsewhere =
    state.at?.story === place.story
      ? words(dimensionOf(settings, state.at.dimension).name)
      : state.stories[state.at?.story ?? place.story]?.title;
  return (
    <article className={styles.story} aria-label={story.title}>
      {isElsewhere && status === 'open' && (
        <Banner
          tone="info"
          action={
            steers ? (
              <Button
                size="s"
                icon={<Megaphone size={16} aria-hidden />}
                onClick={() => void act(goTo, place)}
              >
                <Trans>Lead everyone here</Trans>
              </Button>
            ) : (
              <Button size="s" onClick={() => look(keyOf(state.at) ?? '')}>
                <Trans>Go there</Trans>
              </Button>
            )
          }
        >
          <Trans>The others are at “{elsewhere}”.</Trans>
        </Banner>
      )}
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          {t`Story ${at} of ${stories.length}`}
          {story.link !== null && isLink(story.link) && (
            <a href={story.link} target="_blank" rel="noopener noreferrer" className={styles.link}>
              <ExternalLink size={14} aria-hidden />
              <Trans>Open its page</Trans>
            </a>
          )}
          {story.link !== null && !isLink(story.link) && <span>{story.link}</span>}
          {!readOnly && (
            <span className={styles.menu}>
              <StoryMenu phase={phase} id={place.story} story={story} steers={steers} />
            </span>
          )}
        </p>
        <h2 className={styles.title}>{story.title}</h2>
        {(story.description || story.acceptance) && (
          <div className={styles.details}>
            {story.description && <Markdown text={story.description} />}
            {story.acceptance && (
              <section>
                <h3 className={styles.subtitle}>
                  <Trans>Acceptance criteria</Trans>
                </h3>
                <Markdown text={story.acceptance} />
              </section>
            )}
          </div>
        )}
      </header>
      {settings.dimensions.length > 1 && <Dimensions phase={phase} place={place} look={look} />}
      {ballot.shown === null ? (
        <Seats phase={phase} place={place} isLed={isLed} steers={steers} />
      ) : (
        <Result phase={phase} place={place} shown={ballot.shown} steers={steers} />
      )}
      <Thread
        phase={phase}
        about={place.story}
        thread={thread}
        reactions={state.reactions}
        act={talk}
        hue="estimate"
        readOnly={readOnly}
      />
    </article>
  );
}

/** The questions that are asked of each story, with what they came to. */
function Dimensions({ phase, place, look }: Pick<Props, 'phase' | 'place' | 'look'>) {
  const { t } = useLingui();
  const words = useWords();
  const { settings, state } = useEstimate(phase);
  const story = state.stories[place.story];
  const viewed = settings.dimensions.find(({ id }) => id === place.dimension);
  if (!story) return null;
  return (
    <div className={styles.asked}>
      <nav className={styles.dimensions} aria-label={t`What is estimated`}>
        {settings.dimensions.map(({ id, name }) => {
          const { score, shown } = ballotOf(story, id);
          return (
            <button
              key={id}
              type="button"
              aria-current={id === place.dimension ? 'true' : undefined}
              onClick={() => look(keyOf({ story: place.story, dimension: id }) ?? '')}
            >
              {words(name)}
              {score !== null && <strong>{score}</strong>}
              {score === null && shown !== null && (
                <span className={styles.open}>
                  <Trans>open</Trans>
                </span>
              )}
            </button>
          );
        })}
      </nav>
      {viewed?.hint && <p className={styles.hint}>{words(viewed.hint)}</p>}
    </div>
  );
}

function useTalk(phase: PhaseId, story: StoryId): TalkActions {
  const { send } = useLiveClient();
  return useMemo(
    () => ({
      say: (comment) => send(phase, addComment, { ...comment, story }),
      edit: (comment) => send(phase, editComment, comment),
      takeBack: (id) => send(phase, deleteComment, { id }),
      react: (comment, reaction, on) => send(phase, react, { comment, reaction, on }),
    }),
    [send, phase, story],
  );
}
