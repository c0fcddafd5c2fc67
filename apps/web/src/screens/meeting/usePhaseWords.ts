import { useLingui } from '@lingui/react/macro';
import { inLanguage, type Phase } from '@rondo/meeting';
import { phaseTitle } from '@rondo/phases/outlines';

/** A phase's name in the viewer's language: as the activity calls it, else as its kind is called. */
export function usePhaseTitle(): (phase: Phase) => string {
  const { i18n } = useLingui();
  return (phase) => inLanguage(phase.title ?? phaseTitle(phase.kind), i18n.locale);
}

/** Where a phase stands, in a word. */
export function useStatusWords(): (phase: Phase, isLead: boolean) => string {
  const { t } = useLingui();
  return ({ status, begun }, isLead) => {
    if (isLead) return t`now`;
    switch (status) {
      case 'ahead':
        return begun ? t`paused` : t`ahead`;
      case 'open':
        return t`open`;
      case 'done':
        return t`done`;
      case 'skipped':
        return t`skipped`;
    }
  };
}

/** What ending this phase does, in the facilitator's words. */
export function useFinishWords(): (kind: string, next: string | null) => string {
  const { t } = useLingui();
  return (kind, next) => {
    if (next === null) return t`End the meeting`;
    switch (kind) {
      case 'collect':
        return t`Reveal the cards`;
      case 'vote':
        return t`Reveal the votes`;
      default:
        return t`Next: ${next}`;
    }
  };
}
