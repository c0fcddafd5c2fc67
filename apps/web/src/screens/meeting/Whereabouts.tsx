import { Trans } from '@lingui/react/macro';
import { Banner, Button } from '@rondo/design';
import { useSteers, useView } from '@rondo/live/react';
import type { Following } from './useFollow.ts';
import { usePhaseTitle } from './usePhaseWords.ts';

/** Tells somebody who looks elsewhere where the facilitator is, and brings them back when they want. */
export function Whereabouts({ following }: { following: Following }) {
  const titleOf = usePhaseTitle();
  const steers = useSteers();
  const phase = useView((view) => view.board.phases[following.lead]);
  const facilitator = useView((view) => view.board.people[view.board.facilitator]?.name ?? '');
  if (!phase || following.viewing === following.lead) return null;
  const title = titleOf(phase);
  return (
    <Banner
      tone="info"
      action={
        <Button size="s" onClick={() => following.look(following.lead)}>
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
