import { useLingui } from '@lingui/react/macro';
import { announce } from '@rondo/design';
import { useMe, useView } from '@rondo/live/react';
import type { ParticipantId } from '@rondo/meeting';
import { useChange } from '@rondo/phases/parts';
import { usePhaseTitle } from './usePhaseWords.ts';

/** Says to screen readers what others do to the meeting as a whole. Phases tell what happens in them. */
export function TellOthers() {
  const { t } = useLingui();
  const titleOf = usePhaseTitle();
  const me = useMe();
  const phase = useView((view) => view.board.phases[view.board.at]);
  const at = useView((view) => view.board.at);
  const facilitator = useView((view) => view.board.facilitator);
  const people = useView((view) => view.board.people);

  useChange(at, () => {
    if (phase) announce(t`Now: ${titleOf(phase)}`);
  });
  useChange(facilitator, () => {
    announce(
      facilitator === me
        ? t`You facilitate now`
        : t`${people[facilitator]?.name ?? ''} facilitates now`,
    );
  });
  const inside = Object.keys(people).filter((id) => people[id as ParticipantId]?.state === 'in');
  useChange(inside.length, (before) => {
    const newest = inside.at(-1) as ParticipantId | undefined;
    if (inside.length > before && newest !== undefined)
      announce(t`${people[newest]?.name ?? ''} has come in`);
  });
  const waiting = Object.values(people).filter((person) => person.state === 'waiting');
  useChange(waiting.length, (before) => {
    if (waiting.length > before && facilitator === me)
      announce(t`${waiting.at(-1)?.name ?? ''} is waiting to come in`, { assertive: true });
  });
  return null;
}
