import { useLingui } from '@lingui/react/macro';
import type { MeetingDoor } from '@rondo/contract';
import { Spinner, Toaster } from '@rondo/design';
import { useMe, useTell, useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { forgetDrafts } from '@rondo/phases/parts';
import { PhaseScreen, preloadScreen } from '@rondo/phases/ui';
import { CatchBoundary } from '@tanstack/react-router';
import { Suspense, use, useEffect, type ReactNode } from 'react';
import { hasLaterWords, loadLaterWords } from '../../language/language.ts';
import { LoadAgain } from '../../shell/release/LoadAgain.tsx';
import { isNotLoaded } from '../../shell/release/notLoaded.ts';
import { useTitle } from '../../shell/useTitle.ts';
import { Connection } from './Connection.tsx';
import { preloadDialogs } from './dialogs.ts';
import { Flow } from './Flow.tsx';
import { Header } from './Header.tsx';
import { Refusals } from './Refusals.tsx';
import { FacilitatorAway } from './TakeRole.tsx';
import { TellOthers } from './TellOthers.tsx';
import { useFollow } from './useFollow.ts';
import { Whereabouts } from './Whereabouts.tsx';
import styles from './MeetingRoom.module.css';

interface Props {
  /** Null: a meeting that nobody else can come to. */
  door: MeetingDoor | null;
  /** Something to know about the whole meeting. */
  notice?: ReactNode;
  /** The meeting has ended. */
  onEnded: () => void;
  /** What is shown then. */
  ended: ReactNode;
}

/** The meeting itself: header, flow, the phase's board, and the hand that the phase's screen brings along. */
export function MeetingRoom({ door, notice, onEnded, ended }: Props) {
  const { t } = useLingui();
  const name = useView((view) => view.board.name);
  const hasEnded = useView((view) => view.board.status === 'ended');
  const following = useFollow();
  const { viewing } = following;
  const kind = useView((view) => view.board.phases[viewing]?.kind);
  const me = useMe();
  const tell = useTell();
  useTitle(name);
  usePreloadedScreens();
  useEffect(() => tell({ at: viewing }), [tell, viewing]);
  useEffect(() => {
    if (!hasEnded) return;
    forgetDrafts(me);
    onEnded();
  }, [hasEnded, me, onEnded]);

  if (hasEnded) return ended;
  return (
    <div className={styles.room}>
      <Header door={door} following={following} />
      <div className={styles.notices}>
        {notice}
        <Connection />
        <FacilitatorAway />
        <Whereabouts following={following} />
      </div>
      <Flow following={following} />
      <Suspense
        fallback={
          <main className={styles.board}>
            <Spinner label={t`Opening the phase`} />
          </main>
        }
      >
        {kind !== undefined && (
          <CatchBoundary getResetKey={() => viewing} errorComponent={PhaseNotShown}>
            <WordedScreen key={viewing} kind={kind} phaseId={viewing} />
          </CatchBoundary>
        )}
      </Suspense>
      <TellOthers />
      <Refusals />
      <Toaster label={t`Messages`} dismissLabel={t`Dismiss`} />
    </div>
  );
}

/** The screen of a phase with its words; those of collecting came with the meeting. */
function WordedScreen({ kind, phaseId }: { kind: string; phaseId: PhaseId }) {
  if (kind !== 'collect' && !hasLaterWords()) use(loadLaterWords());
  return <PhaseScreen kind={kind} phaseId={phaseId} />;
}

/** The rest of the meeting is all right: only this screen could not be fetched. */
function PhaseNotShown({ error }: { error: unknown }) {
  if (!isNotLoaded(error)) throw error;
  return (
    <main className={styles.board}>
      <LoadAgain />
    </main>
  );
}

/** The screens of the phases ahead and the dialogs, fetched while there is nothing better to do. */
function usePreloadedScreens(): void {
  const kinds = useView(
    (view) => view.board.flow.map((id) => view.board.phases[id]?.kind ?? ''),
    (a, b) => a.join() === b.join(),
  );
  useEffect(() => {
    let isGone = false;
    // One after the other: a dozen at once hold up a phone for 80 ms, in the midst of what people do.
    const preload = async (): Promise<void> => {
      preloadDialogs();
      for (const kind of kinds) {
        if (isGone) return;
        await preloadScreen(kind);
      }
    };
    const later = setTimeout(() => void preload(), 2_000);
    return () => {
      isGone = true;
      clearTimeout(later);
    };
  }, [kinds]);
}
