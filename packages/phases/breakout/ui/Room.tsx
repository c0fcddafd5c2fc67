import { Trans, useLingui } from '@lingui/react/macro';
import { AvatarStack, Button, EmptyState, Menu, useDrag } from '@rondo/design';
import { newId, useMe, useSteers, useView } from '@rondo/live/react';
import type { CardId, GroupId, ParticipantId, PhaseId } from '@rondo/meeting';
import { Check, DoorOpen } from 'lucide-react';
import {
  joinRoom,
  placeCard,
  roomsOf,
  seatPerson,
  setRoomDone,
  splitCard,
  type RoomId,
} from '../domain/index.ts';
import { RoomComposer } from './RoomComposer.tsx';
import { RoomGroupBox } from './RoomGroupBox.tsx';
import { groupsIn, useBreakout, useMyRoom } from './useBreakout.ts';
import { useDo } from './useDo.ts';
import styles from './Breakout.module.css';

interface Props {
  phase: PhaseId;
  room: RoomId;
  name: string;
}

/** One room: who sits in it, what lies in it, and for those who sit there the field to write. */
export function Room({ phase, room, name }: Props) {
  const { t } = useLingui();
  const act = useDo(phase);
  const { state } = useBreakout(phase);
  const mine = useMyRoom(phase);
  const isMine = mine === room;
  const groups = groupsIn(state, room);
  const drag = useDrag({
    onDrop: (id, target) => {
      // The attributes carry ids of cards and groups.
      const card = id as CardId;
      const from = state.cards[card]?.group;
      if (target === 'apart') act(splitCard, { card, into: newId<'group'>() });
      else if (target && target !== from) act(placeCard, { card, into: target as GroupId });
    },
  });
  const isDone = state.rooms[room]?.done === true;
  return (
    <div className={styles.room} {...(isMine && drag)}>
      <div className={styles.head}>
        <Seats phase={phase} room={room} />
        {isMine ? (
          <Button
            size="s"
            aria-pressed={isDone}
            icon={isDone ? <Check size={16} aria-hidden /> : undefined}
            onClick={() => act(setRoomDone, { room, done: !isDone })}
          >
            {isDone ? <Trans>Our room is done</Trans> : <Trans>We are done</Trans>}
          </Button>
        ) : (
          <Button
            size="s"
            tone={mine === null ? 'primary' : 'plain'}
            icon={<DoorOpen size={16} aria-hidden />}
            onClick={() => act(joinRoom, { room })}
          >
            {mine === null ? t`Go into ${name}` : t`Change over to ${name}`}
          </Button>
        )}
      </div>
      {groups.length === 0 ? (
        <EmptyState title={t`Nothing in this room yet`} hue="breakout" drawing="cards">
          {isMine ? (
            <Trans>Write the first card. Everybody in the room sees it at once.</Trans>
          ) : (
            <Trans>You can look in; only who sits here writes and groups.</Trans>
          )}
        </EmptyState>
      ) : (
        <div className={styles.groups} data-drop={isMine ? 'apart' : undefined}>
          {groups.map(([id, group]) => (
            <RoomGroupBox
              key={id}
              phase={phase}
              id={id}
              group={group}
              others={groups}
              mayGroup={isMine}
            />
          ))}
        </div>
      )}
      {isMine && <RoomComposer phase={phase} />}
    </div>
  );
}

/** Who sits here; whoever facilitates can put people elsewhere. */
function Seats({ phase, room }: { phase: PhaseId; room: RoomId }) {
  const { t } = useLingui();
  const act = useDo(phase);
  const me = useMe();
  const steers = useSteers();
  const { state } = useBreakout(phase);
  const people = useView((view) => view.board.people);
  // The record's own keys are participant ids.
  const seated = (Object.keys(state.seats) as ParticipantId[]).filter(
    (person) => state.seats[person] === room && people[person]?.state === 'in',
  );
  const named = seated.map((id) => ({ id, name: people[id]?.name ?? '' }));
  const names = named.map(({ name }) => name).join(', ');
  if (seated.length === 0) {
    return (
      <p className={styles.seats}>
        <Trans>Nobody sits here yet.</Trans>
      </p>
    );
  }
  const rooms = roomsOf(state).filter(([id]) => id !== room);
  return (
    <div className={styles.seats}>
      <AvatarStack label={t`In this room: ${names}`} people={named} size={30} />
      <span aria-hidden="true">{names}</span>
      {steers && seated.some((id) => id !== me) && (
        <Menu
          label={t`Move somebody`}
          size="s"
          button={t`Move somebody`}
          items={named.flatMap(({ id, name }) =>
            rooms.map(([to, { number }]) => ({
              label: t`${name} to room ${number}`,
              onSelect: () => act(seatPerson, { person: id, room: to }),
            })),
          )}
        />
      )}
    </div>
  );
}
