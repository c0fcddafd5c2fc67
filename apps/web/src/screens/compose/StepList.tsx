import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, toast, useDrag, useFlip } from '@rondo/design';
import { inLanguage } from '@rondo/meeting';
import { phaseTitle } from '@rondo/phases/outlines';
import { movedTo } from '@rondo/phases/parts';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { newKey, placeFor, type DraftStep } from './draft.ts';
import { KindChooser } from './KindChooser.tsx';
import { StepCard } from './StepCard.tsx';
import { useFirstSettings } from './useFirstSettings.ts';
import styles from './Compose.module.css';

/** As many steps as an activity may have. */
const MOST_STEPS = 30;

interface Props {
  flow: readonly DraftStep[];
  problemsOf: (step: DraftStep) => readonly string[];
  change: (flow: DraftStep[]) => void;
}

/** The steps in their order: added, opened, changed, moved by dragging, by buttons or by keys, and removed. */
export function StepList({ flow, problemsOf, change }: Props) {
  const { t, i18n } = useLingui();
  const firstSettings = useFirstSettings();
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [isChoosing, setChoosing] = useState(false);
  const drag = useDrag({
    // Prompts inside a step are dragged by themselves.
    canDrag: (key) => flow.some((step) => step.key === key),
    onDrop: (key, target) => {
      const to = flow.findIndex((step) => step.key === target);
      if (to >= 0) move(key, to);
    },
  });
  useFlip(list, flow.map(({ key }) => key).join());

  const nameOf = (step: DraftStep): string =>
    inLanguage(step.title ?? phaseTitle(step.kind), i18n.locale);

  function move(key: string, to: number): void {
    const from = flow.findIndex((step) => step.key === key);
    const step = flow[from];
    if (!step || to < 0 || to >= flow.length || to === from) return;
    // At the end of the list the button that was pressed can do no more, and would drop the focus.
    if (to === 0 || to === flow.length - 1)
      list.current?.querySelector<HTMLElement>(`[data-step="${key}"] [aria-expanded]`)?.focus();
    change(movedTo(flow, from, to));
    announce(t`“${nameOf(step)}” is now step ${to + 1} of ${flow.length}`);
  }

  function remove(step: DraftStep): void {
    const at = flow.indexOf(step);
    const rest = flow.filter((each) => each !== step);
    change(rest);
    const next = rest[Math.min(at, rest.length - 1)];
    list.current
      ?.querySelector<HTMLElement>(
        next ? `[data-step="${next.key}"] [aria-expanded]` : '[data-add]',
      )
      ?.focus();
    toast({
      text: t`“${nameOf(step)}” is removed`,
      action: {
        label: t`Undo`,
        onAct: () => change([...rest.slice(0, at), step, ...rest.slice(at)]),
      },
    });
  }

  function add(kind: string): void {
    const step: DraftStep = { key: newKey(), kind, minutes: 5, settings: firstSettings(kind) };
    const at = placeFor(kind, flow);
    setChoosing(false);
    setOpen(new Set([...open, step.key]));
    change([...flow.slice(0, at), step, ...flow.slice(at)]);
    announce(t`“${nameOf(step)}” is added as step ${at + 1}`);
  }

  const toggle = (key: string): void =>
    setOpen(new Set(open.has(key) ? [...open].filter((each) => each !== key) : [...open, key]));

  return (
    <section aria-labelledby="steps" className={styles.section}>
      <h2 id="steps" className={styles.subtitle}>
        <Trans>Steps</Trans>
      </h2>
      {flow.length === 0 && (
        <p className={styles.quiet}>
          <Trans>
            A meeting goes from step to step. Begin with one in which people write or say something.
          </Trans>
        </p>
      )}
      <ol ref={list} className={styles.steps} {...drag}>
        {flow.map((step, place) => (
          <StepCard
            key={step.key}
            step={step}
            place={place}
            count={flow.length}
            problems={problemsOf(step)}
            isOpen={open.has(step.key)}
            onToggle={() => toggle(step.key)}
            onChange={(changed) =>
              change(flow.map((each) => (each.key === step.key ? changed : each)))
            }
            onMove={(to) => move(step.key, to)}
            onRemove={() => remove(step)}
          />
        ))}
      </ol>
      <Button
        data-add=""
        icon={<Plus size={18} aria-hidden />}
        disabled={flow.length >= MOST_STEPS}
        onClick={() => setChoosing(true)}
      >
        <Trans>Add a step</Trans>
      </Button>
      <KindChooser
        open={isChoosing}
        onClose={() => setChoosing(false)}
        flow={flow}
        onChoose={add}
      />
    </section>
  );
}
