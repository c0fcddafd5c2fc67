import { useLingui } from '@lingui/react/macro';
import { Banner, ConfirmButton } from '@rondo/design';
import { usePeople, useSend, useStatus, useView } from '@rondo/live/react';
import { mayTakeRole, takeRole, type ParticipantId } from '@rondo/meeting';
import { useLasting } from './useLasting.ts';

/** Whether the server's rule lets me take the facilitator's role, as far as is known here. */
function useMayTake(): boolean {
  const others = usePeople();
  return useView(({ board }, me) => {
    // The record's own keys are participant ids.
    const present = new Set([me, ...(Object.keys(others) as ParticipantId[])]);
    return board.facilitator !== me && mayTakeRole(board, me, present);
  });
}

/** Offered to whom the rule allows it: a lead always, another member when the facilitator is away. */
export function TakeRole() {
  const { t } = useLingui();
  const send = useSend();
  if (!useMayTake()) return null;
  return (
    <ConfirmButton
      wide
      tone="plain"
      question={t`Take over from the facilitator?`}
      onConfirm={() => void send(null, takeRole, {})}
    >
      {t`Facilitate this meeting`}
    </ConfirmButton>
  );
}

/** How long a facilitator may be away before the others are told, ms: a reload is no absence. */
const RELOAD = 5_000;

/** The meeting stands still while its facilitator is away: says so, to those who may go on with it. */
export function FacilitatorAway() {
  const { t } = useLingui();
  const send = useSend();
  const isLive = useStatus().is === 'live';
  const mayTake = useMayTake();
  const others = usePeople();
  const { facilitator, name } = useView(
    ({ board }) => ({
      facilitator: board.facilitator,
      name: board.people[board.facilitator]?.name ?? '',
    }),
    (a, b) => a.facilitator === b.facilitator && a.name === b.name,
  );
  const isAway = useLasting(isLive && others[facilitator] === undefined, RELOAD);
  if (!isAway || !mayTake) return null;
  return (
    <Banner
      tone="info"
      action={
        <ConfirmButton
          size="s"
          tone="plain"
          question={t`Take over from the facilitator?`}
          onConfirm={() => void send(null, takeRole, {})}
        >
          {t`Facilitate this meeting`}
        </ConfirmButton>
      }
    >
      {t`${name}, who facilitates, is not here right now.`}
    </Banner>
  );
}
