import { Trans } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import { useSteers, useView } from '@rondo/live/react';
import type { Following } from './useFollow.ts';
import { usePhaseTitle } from './usePhaseWords.ts';

/**
 * Tells somebody who looks elsewhere where the facilitator is, and brings them back when they want; where
 * two phases are open side by side, leads from each to the other.
 */
export function Whereabouts({ following: { viewing, lead, look } }: { following: Following }) {
  const titleOf = usePhaseTitle();
  const steers = useSteers();
  const beside = useView(({ board: { flow, phases } }) =>
    phases[viewing]?.status === 'open'
      ? flow.find((id) => id !== viewing && phases[id]?.status === 'open')
      : undefined,
  );
  const to = beside ?? lead;
  const phase = useView((view) => view.board.phases[to]);
  const facilitator = useView((view) => view.board.people[view.board.facilitator]?.name ?? '');
  if (!phase || viewing === to) return null;
  const title = titleOf(phase);
  if (beside !== undefined)
    return (
      <Banner
        tone="info"
        action={
          <Button size="s" onClick={() => look(beside)}>
            <Trans>Look there</Trans>
          </Button>
        }
      >
        <Trans>“{title}” is open as well.</Trans>
      </Banner>
    );
  return (
    <Banner
      tone="info"
      action={
        <Button size="s" onClick={() => look(lead)}>
          {steers ? <Trans>Back to {title}</Trans> : <Trans>Follow the facilitator</Trans>}
        </Button>
      }
    >
      {steers ? (
        <Trans>You look around by yourself. The meeting is at “{title}”.</Trans>
      ) : (
        <Trans>
          {facilitator} is at “{title}”. Take your time; nothing you write here is lost.
        </Trans>
      )}
    </Banner>
  );
}
