import { Trans, useLingui } from '@lingui/react/macro';
import { hueStyle, IconButton, Ring, TextArea, type Hue } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { phaseTitle } from '@rondo/phases/outlines';
import { CountField, WordsField } from '@rondo/phases/parts';
import { ArrowDown, ArrowUp, ChevronDown, CircleAlert, GripVertical, Trash2 } from 'lucide-react';
import { useId, type KeyboardEvent } from 'react';
import type { DraftStep } from './draft.ts';
import { StepSettings } from './StepSettings.tsx';
import { useKindWords } from './useKindWords.ts';
import styles from './Compose.module.css';

interface Props {
  step: DraftStep;
  place: number;
  count: number;
  problems: readonly string[];
  isOpen: boolean;
  onToggle: () => void;
  onChange: (step: DraftStep) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One step: a line that says what it is, and beneath it, when opened, everything that can be changed. */
export function StepCard(props: Props) {
  const { step, place, count, problems, isOpen, onToggle, onMove, onRemove } = props;
  const { t, i18n } = useLingui();
  const body = useId();
  const name = inLanguage(step.title ?? phaseTitle(step.kind), i18n.locale);
  const number = place + 1;
  // Alt and an arrow: as lines are moved in editors.
  const keys = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(place + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li
      className={styles.step}
      // Every kind of phase has a hue of its own name.
      style={hueStyle(step.kind as Hue)}
      data-drop={step.key}
      data-flip={step.key}
      data-step={step.key}
    >
      <div className={styles.stepHead} data-drag={step.key}>
        <GripVertical aria-hidden size={18} className={styles.grip} />
        <Ring state="done" hue={step.kind as Hue} />
        <h3 className={styles.stepName}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={body}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            onClick={onToggle}
            onKeyDown={keys}
          >
            <span className="visually-hidden">{t`Step ${number}`}: </span>
            {name}
            {step.minutes !== undefined && (
              <span className={styles.minutes}>{t`${step.minutes} min`}</span>
            )}
            <ChevronDown aria-hidden size={18} className={styles.chevron} />
          </button>
        </h3>
        <span className={styles.stepActions}>
          <IconButton
            size="s"
            label={t`Move “${name}” up`}
            icon={<ArrowUp size={16} />}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          />
          <IconButton
            size="s"
            label={t`Move “${name}” down`}
            icon={<ArrowDown size={16} />}
            disabled={place === count - 1}
            onClick={() => onMove(place + 1)}
          />
          <IconButton
            size="s"
            label={t`Remove “${name}”`}
            icon={<Trash2 size={16} />}
            onClick={onRemove}
          />
        </span>
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem}>
              <CircleAlert aria-hidden size={16} /> {problem}
            </li>
          ))}
        </ul>
      )}
      <div id={body} className={styles.stepBody} hidden={!isOpen}>
        {isOpen && <StepFields {...props} />}
      </div>
    </li>
  );
}

function StepFields({ step, onChange }: Props) {
  const { t, i18n } = useLingui();
  const about = useKindWords();
  const usual = inLanguage(phaseTitle(step.kind), i18n.locale);
  return (
    <>
      <p className={styles.quiet}>
        <Trans>
          “{usual}”: {about(step.kind)}
        </Trans>
      </p>
      <div className={styles.pair}>
        <WordsField
          label={t`Title`}
          placeholder={usual}
          limit={40}
          optional
          value={step.title}
          change={(title) => onChange({ ...step, title })}
        />
        <CountField
          label={t`Minutes`}
          optional={t`optional`}
          unit={t`min`}
          least={1}
          most={480}
          value={step.minutes}
          change={(minutes) => onChange({ ...step, minutes })}
        />
      </div>
      <StepSettings
        kind={step.kind}
        settings={step.settings}
        change={(settings) => onChange({ ...step, settings })}
      />
      <TextArea
        label={t`Tip for who facilitates`}
        optional={t`optional`}
        limit={400}
        left={(left) => t`${left} characters left`}
        value={step.tip === undefined ? '' : inLanguage(step.tip, i18n.locale)}
        onChange={({ target }) => onChange({ ...step, tip: target.value })}
      />
    </>
  );
}
