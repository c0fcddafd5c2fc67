import { useLingui } from '@lingui/react/macro';
import { announce, toast } from '@rondo/design';
import { useMe, useSend, useView } from '@rondo/live/react';
import { admit, type ParticipantId } from '@rondo/meeting';
import { useChange } from '@rondo/phases/parts';
import { useEffect, useRef } from 'react';
import { usePhaseTitle } from './usePhaseWords.ts';
import { useReadiness } from './useReadiness.ts';

/** Tells what others do to the meeting as a whole. Phases tell what happens in them. */
export function TellOthers() {
  const { t } = useLingui();
  const titleOf = usePhaseTitle();
  const send = useSend();
  const me = useMe();
  const phase = useView((view) => view.board.phases[view.board.at]);
  const at = useView((view) => view.board.at);
  const facilitator = useView((view) => view.board.facilitator);
  const people = useView((view) => view.board.people);

  useChange(at, () => {
    if (phase) announce(t`Now: ${titleOf(phase)}`);
  });
  useChange(facilitator, () => {
    // Shown too: somebody has a new task, or wants to know whom to ask.
    toast({
      text:
        facilitator === me
          ? t`You facilitate now`
          : t`${people[facilitator]?.name ?? ''} facilitates now`,
    });
  });
  const inside = Object.keys(people).filter((id) => people[id as ParticipantId]?.state === 'in');
  useChange(inside.length, (before) => {
    const newest = inside.at(-1) as ParticipantId | undefined;
    if (inside.length > before && newest !== undefined)
      announce(t`${people[newest]?.name ?? ''} has come in`);
  });
  const waiting = Object.keys(people).filter(
    (id) => people[id as ParticipantId]?.state === 'waiting',
  );
  const knocks = useRef(new Map<string, () => void>());
  useEffect(() => {
    const shown = knocks.current;
    // With the meeting gone from the screen, its door is too.
    return () => shown.forEach((dismiss) => dismiss());
  }, []);
  useChange(waiting.length, (before) => {
    for (const [id, dismiss] of knocks.current) if (!waiting.includes(id)) dismiss();
    const newest = waiting.at(-1) as ParticipantId | undefined;
    if (waiting.length <= before || newest === undefined || facilitator !== me) return;
    knocks.current.set(
      newest,
      toast({
        text: t`${people[newest]?.name ?? ''} is waiting to come in`,
        lasts: 30_000,
        action: { label: t`Let in`, onAct: () => void send(null, admit, { person: newest }) },
      }),
    );
  });
  const { ready, of } = useReadiness(at);
  useChange(of > 0 && ready === of, (wereAll) => {
    if (!wereAll && facilitator === me) announce(t`Everybody is ready`);
  });
  return null;
}
