import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { announce, ConfirmButton, EmptyState, Tabs } from '@rondo/design';
import { useSteers } from '@rondo/live/react';
import type { PhaseId } from '@rondo/meeting';
import { Shuffle } from 'lucide-react';
import { useState } from 'react';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { dealRooms, roomsOf, type RoomId } from '../domain/index.ts';
import { Merged } from './Merged.tsx';
import { Room } from './Room.tsx';
import { useBreakout, useMyRoom } from './useBreakout.ts';
import { useDo } from './useDo.ts';

/** People part into rooms, write and group by themselves, and bring it all together. */
export default function Breakout({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const steers = useSteers();
  const act = useDo(phaseId);
  const { phase, status, settings, state } = useBreakout(phaseId);
  const mine = useMyRoom(phaseId);
  const [chosen, setChosen] = useState<RoomId | null>(null);
  const rooms = roomsOf(state);
  const room = chosen ?? mine ?? rooms[0]?.[0];
  const done = rooms.filter(([, each]) => each.done).length;
  const nameOf = (id: RoomId): string => t`Room ${state.rooms[id]?.number ?? 0}`;
  useChange(mine, () => {
    if (mine === null) return;
    setChosen(null);
    announce(t`You are in ${nameOf(mine)} now.`);
  });
  const seatsIn = (id: RoomId): number =>
    Object.values(state.seats).filter((each) => each === id).length;
  return (
    <Board>
      <PhaseHeading
        title={words(settings.question ?? phase.title ?? t`Each room by itself`)}
        note={
          status === 'open' && (
            <>
              <Trans>
                Write and group in your room. In the end all rooms come together on one board.
              </Trans>{' '}
              {done > 0 && (
                <Plural
                  value={done}
                  one={`# room of ${rooms.length} is done.`}
                  other={`# rooms of ${rooms.length} are done.`}
                />
              )}
            </>
          )
        }
        aside={
          steers &&
          status === 'open' && (
            <ConfirmButton
              size="s"
              tone="plain"
              icon={<Shuffle size={16} aria-hidden />}
              // As long as no room has written anything, nobody is torn away from it.
              question={Object.keys(state.cards).length === 0 ? null : t`Change everybody’s room?`}
              onConfirm={() => act(dealRooms, {})}
            >
              <Trans>Deal out anew</Trans>
            </ConfirmButton>
          )
        }
      />
      <PhaseStatus
        phase={phaseId}
        done={<Trans>The rooms have come together. Their groups lie on the shared board.</Trans>}
      />
      {status === 'open' && room !== undefined && (
        <Tabs<RoomId>
          label={t`Rooms`}
          tabs={rooms.map(([id, { done: isDone }]) => ({
            id,
            label: [nameOf(id), id === mine ? t`yours` : null, isDone ? '✓' : null]
              .filter((each) => each !== null)
              .join(' · '),
            count: seatsIn(id),
          }))}
          value={room}
          onChange={setChosen}
        >
          <Room key={room} phase={phaseId} room={room} name={nameOf(room)} />
        </Tabs>
      )}
      {status === 'ahead' && !phase.begun && (
        <EmptyState title={t`No rooms yet`} hue="breakout" drawing="rings">
          <Trans>They open with this phase.</Trans>
        </EmptyState>
      )}
      {status === 'done' && <Merged phase={phaseId} />}
      <Tip phase={phaseId}>
        <Trans>
          Say when you bring all back before you let them go, and look into each room once.
        </Trans>
      </Tip>
    </Board>
  );
}
