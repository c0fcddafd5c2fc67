import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, EmptyState, hueStyle } from '@rondo/design';
import { useView } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Play } from 'lucide-react';
import {
  Board,
  PhaseHeading,
  PhaseStatus,
  Tip,
  useAct,
  useChange,
  useWords,
} from '../../parts/index.ts';
import { nextItem, openItem } from '../domain/index.ts';
import { AddItem } from './AddItem.tsx';
import { ItemList } from './ItemList.tsx';
import { useAgenda } from './useAgenda.ts';
import styles from './Agenda.module.css';

/** What there is to talk about: gathered, put in order and, where no later phase does that, talked through here. */
export default function Agenda({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const agenda = useAgenda(phaseId);
  const { about, items, state, isLater, mayWrite, mayWalk } = agenda;
  const act = useAct(phaseId);
  const next = useView((view) => nextItem(view.board, state, null));
  const now = items.find(({ id }) => id === state.current);
  useChange(state.current, () => {
    if (now) announce(t`Now: ${now.text}`);
    else if (items.length > 0) announce(t`The agenda is talked through.`);
  });
  useChange(items.length, () => {
    announce(
      t`${plural(items.length, { one: '# item on the agenda', other: '# items on the agenda' })}`,
    );
  });
  return (
    <Board className={styles.board} style={hueStyle('agenda')}>
      <PhaseHeading
        title={about.title ? words(about.title) : t`What do we talk about?`}
        note={
          isLater ? (
            <Trans>Gather and order it here; you talk it through afterwards.</Trans>
          ) : (
            <Trans>What you do not get to waits for your next meeting.</Trans>
          )
        }
        aside={
          mayWalk &&
          !now &&
          next !== null && (
            <Button
              icon={<Play size={17} aria-hidden />}
              onClick={() => void act(openItem, { item: next })}
            >
              {items.some(({ item }) => item.done) ? (
                <Trans>Go on</Trans>
              ) : (
                <Trans>Begin with the first</Trans>
              )}
            </Button>
          )
        }
      />
      <PhaseStatus
        phase={phaseId}
        done={mayWrite ? <Trans>The agenda is closed. You can still add to it.</Trans> : undefined}
      />
      {items.length === 0 ? (
        <EmptyState title={t`Nothing on the agenda yet`} hue="agenda" drawing="lines">
          <Trans>
            Whatever you want to hear about, decide or tell. What is on the team’s page comes along
            by itself.
          </Trans>
        </EmptyState>
      ) : (
        <ItemList phase={phaseId} agenda={agenda} />
      )}
      {mayWrite && <AddItem phase={phaseId} />}
      <Tip phase={phaseId}>
        <Trans>
          Ask for each item what it needs: to tell, to hear what others think, or to decide.
        </Trans>
      </Tip>
    </Board>
  );
}
