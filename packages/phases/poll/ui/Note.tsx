import { Plural, Trans } from '@lingui/react/macro';
import type { PhaseId } from '@rondo/meeting';
import { FEWEST_ANSWERS } from '../domain/index.ts';
import { usePoll } from './usePoll.ts';

/** How this is answered, and what others will see of it. */
export function Note({ phase }: { phase: PhaseId }) {
  const { settings, state } = usePoll(phase);
  return (
    <>
      <Way phase={phase} />{' '}
      {state.result ? null : settings.anonymous ? (
        <Trans>
          No names: only numbers are shown, and reasons in any order, from {FEWEST_ANSWERS} answers
          on.
        </Trans>
      ) : (
        <Trans>Once revealed, everybody sees who has answered what.</Trans>
      )}
    </>
  );
}

function Way({ phase }: { phase: PhaseId }) {
  const { way, choices } = usePoll(phase).settings;
  switch (way) {
    case 'single':
      return <Trans>Choose one.</Trans>;
    case 'multiple':
      return <Plural value={choices} one="Choose one." other="Choose up to #." />;
    case 'ranked':
      return <Trans>Bring them into your order: your favourite first.</Trans>;
    case 'yes-no':
      return <Trans>Yes, no, or abstain.</Trans>;
    case 'fist':
      return <Trans>Five fingers for full support, a fist to stop it.</Trans>;
    case 'consent':
      return <Trans>It is decided when no objection stands. An objection says why.</Trans>;
  }
}
