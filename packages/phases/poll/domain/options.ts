import type { PollSettings, Way } from './settings.ts';
import type { PollOption } from './state.ts';

/** The options of the ways that bring their own, the best one first. */
const FIXED: Readonly<Partial<Record<Way, readonly PollOption[]>>> = {
  'yes-no': [
    { id: 'yes', label: { en: 'Yes', de: 'Ja' } },
    { id: 'no', label: { en: 'No', de: 'Nein' } },
    { id: 'abstain', label: { en: 'Abstain', de: 'Enthaltung' } },
  ],
  fist: [
    {
      id: '5',
      label: { en: '5: I will help to make it happen', de: '5: Ich treibe es mit voran' },
    },
    { id: '4', label: { en: '4: Good', de: '4: Gut' } },
    { id: '3', label: { en: '3: Fine with me', de: '3: Für mich in Ordnung' } },
    { id: '2', label: { en: '2: I have doubts', de: '2: Ich habe Zweifel' } },
    { id: '1', label: { en: '1: I have serious doubts', de: '1: Ich habe große Zweifel' } },
    { id: '0', label: { en: 'Fist: I stop this', de: 'Faust: Ich halte das an' } },
  ],
  consent: [
    { id: 'consent', label: { en: 'Consent', de: 'Zustimmung' } },
    { id: 'concern', label: { en: 'Consent with a concern', de: 'Zustimmung mit Bedenken' } },
    { id: 'objection', label: { en: 'Objection', de: 'Einwand' } },
  ],
};

export const optionsOf = ({ way, options }: PollSettings): readonly PollOption[] =>
  FIXED[way] ?? options.map(({ id, label }) => ({ id, label }));

/** How many options one person may choose. */
export const mostChoices = ({ way, choices }: PollSettings, options: number): number =>
  way === 'multiple' ? choices : way === 'ranked' ? options : 1;

/** An objection counts by its reason: without one nobody could do anything about it. */
export const needsReason = ({ way }: PollSettings, choice: readonly string[]): boolean =>
  way === 'consent' && choice[0] === 'objection';
