import { Trans, useLingui } from '@lingui/react/macro';
import { Banner, Button, linkClass } from '@rondo/design';
import { checkFlow, inLanguage } from '@rondo/meeting';
import { outlines } from '@rondo/phases/outlines';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, Play } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { errorCode } from '../../api/call.ts';
import { useErrorWords } from '../../api/useErrorWords.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { Picture } from '../library/Picture.tsx';
import { contentOf, withFlow, type Draft, type DraftStep } from './draft.ts';
import { handOver } from './handOver.ts';
import { HeadForm } from './HeadForm.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { StepList } from './StepList.tsx';
import { useCheck, type Checked } from './useCheck.ts';
import { useDraft } from './useDraft.ts';
import { useNeedWords } from './useKindWords.ts';
import { useProblemWords } from './useProblemWords.ts';
import { useSave } from './useSave.ts';
import page from '../Page.module.css';
import styles from './Compose.module.css';

interface Props {
  team: string;
  /** The activity that is edited; null: a new one. */
  edited: string | null;
  /** Names the draft in this browser. */
  draftKey: string;
  original: Draft;
  version: number | null;
}

/** The composer: what the activity is, its steps, what is still wrong, and what one can do with it. */
export function Composer({ team, edited, draftKey, original, version }: Props) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const composing = useDraft(draftKey, original, version);
  const { draft, change, isChanged, isRestored, isKept } = composing;
  const { checked, error } = useCheck(draft);
  const isLeaving = useRef(false);
  const save = useSave(team, edited, composing, () => {
    isLeaving.current = true;
    composing.drop();
  });
  const { ofStep, ofHead } = useProblems(draft, checked);
  const stepsWrong = draft.flow.filter((step) => ofStep(step).length > 0).length;
  const isSound = checked?.draft === draft && checked.problems.length === 0;
  const title = edited === null ? t`Compose an activity` : t`Edit an activity`;
  useTitle(title);
  const tryIt = async (): Promise<void> => {
    isLeaving.current = true;
    handOver({ id: edited ?? 'draft', ...contentOf(draft) });
    await navigate({ to: '/play' });
  };
  return (
    <>
      <div className={page.head}>
        <h1 className={page.title}>{title}</h1>
      </div>
      <div className={styles.composer}>
        <div className={styles.main}>
          {isRestored && (
            <Banner
              tone="info"
              action={
                <Button size="s" onClick={composing.startOver}>
                  <Trans>Start over</Trans>
                </Button>
              }
            >
              <Trans>You go on with a draft that this browser has kept.</Trans>
            </Banner>
          )}
          {!isKept && (
            <Banner tone="warn">
              <Trans>This browser keeps no drafts. Save before you leave.</Trans>
            </Banner>
          )}
          {/* Fields remember what is typed; another draft begins with others. */}
          <HeadForm key={isRestored ? 'restored' : 'original'} draft={draft} change={change} />
          <StepList
            flow={draft.flow}
            problemsOf={ofStep}
            change={(flow) => change(withFlow(draft, flow))}
          />
        </div>
        <aside className={styles.aside}>
          <span className={styles.picture}>
            <Picture
              activity={{
                id: edited ?? inLanguage(draft.name, i18n.locale),
                hues: draft.hues,
                drawing: draft.drawing,
              }}
            />
          </span>
          <Verdict isSound={isSound} ofHead={ofHead} stepsWrong={stepsWrong} error={error} />
          {save.isError && (
            <SaveFailed
              error={save.error}
              team={team}
              edited={edited}
              onForce={() => save.mutate({ force: true })}
            />
          )}
          <Button
            tone="primary"
            size="l"
            wide
            busy={save.isPending}
            disabled={!isSound}
            onClick={() => save.mutate({})}
          >
            <Trans>Save</Trans>
          </Button>
          <Button
            wide
            icon={<Play size={18} aria-hidden />}
            disabled={!isSound}
            onClick={() => void tryIt()}
          >
            <Trans>Try it</Trans>
          </Button>
          <p className={styles.quiet}>
            <Trans>Play it alone, with simulated teammates.</Trans>
          </p>
        </aside>
      </div>
      <LeaveGuard isChanged={isChanged} isLeaving={isLeaving} onDiscard={composing.drop} />
    </>
  );
}

/** The problems in words, by what they are about. What a step lacks is known at once, the rest after a moment. */
function useProblems(draft: Draft, checked: Checked | null) {
  const words = useProblemWords();
  const needs = useNeedWords();
  const lacks = useMemo(
    () =>
      checkFlow(
        draft.flow.map(({ kind }) => kind),
        outlines,
      ),
    [draft.flow],
  );
  const told = (checked?.problems ?? []).filter(({ slip }) => slip?.kind !== 'needs');
  const stepAt = (path: readonly (string | number)[]): DraftStep | undefined =>
    path[0] === 'flow' && typeof path[1] === 'number' ? checked?.draft.flow[path[1]] : undefined;
  return {
    ofStep: (step: DraftStep): string[] => [
      ...lacks.flatMap(({ index, missing }) =>
        draft.flow[index] === step ? [needs(missing)] : [],
      ),
      ...told.flatMap((problem) =>
        stepAt(problem.path)?.key === step.key ? [words(problem)] : [],
      ),
    ],
    ofHead: told.flatMap((problem) => (stepAt(problem.path) ? [] : [words(problem)])),
  };
}

interface VerdictProps {
  isSound: boolean;
  ofHead: readonly string[];
  stepsWrong: number;
  error: unknown;
}

/** Whether it can be saved, and what is missing until then. */
function Verdict({ isSound, ofHead, stepsWrong, error }: VerdictProps) {
  const { t } = useLingui();
  const errorWords = useErrorWords();
  if (error !== null) return <Banner tone="warn">{errorWords(error)}</Banner>;
  return (
    <div role="status" className={styles.verdict}>
      {isSound && (
        <p className={styles.sound}>
          <CircleCheck aria-hidden size={18} /> {t`Everything fits together.`}
        </p>
      )}
      {!isSound && (ofHead.length > 0 || stepsWrong > 0) && (
        <>
          <p className={styles.still}>
            <Trans>Before you can save it:</Trans>
          </p>
          <ul className={styles.problems}>
            {ofHead.map((problem) => (
              <li key={problem}>
                <CircleAlert aria-hidden size={16} /> {problem}
              </li>
            ))}
            {stepsWrong > 0 && (
              <li>
                <CircleAlert aria-hidden size={16} />
                {t`Look at the steps that are marked: ${stepsWrong}`}
              </li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}

interface SaveFailedProps {
  error: unknown;
  team: string;
  edited: string | null;
  onForce: () => void;
}

function SaveFailed({ error, team, edited, onForce }: SaveFailedProps) {
  const errorWords = useErrorWords();
  if (edited === null || errorCode(error) !== 'conflict')
    return <Banner tone="danger">{errorWords(error)}</Banner>;
  return (
    <Banner
      tone="warn"
      action={
        <Button size="s" onClick={onForce}>
          <Trans>Save mine as the newest</Trans>
        </Button>
      }
    >
      <Trans>
        Somebody else has saved another version meanwhile. Nothing is lost: yours stays here as a
        draft, and both stay among the versions.
      </Trans>{' '}
      <Link
        to="/teams/$team/library/$activity"
        params={{ team, activity: edited }}
        className={linkClass}
      >
        <Trans>Look at theirs</Trans>
      </Link>
    </Banner>
  );
}
