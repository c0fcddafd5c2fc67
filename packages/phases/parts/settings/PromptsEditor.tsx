import { Trans, useLingui } from '@lingui/react/macro';
import { announce, Button, hueStyle, IconButton, useDrag, useFlip } from '@rondo/design';
import { HUES, type Hue, type Prompt } from '@rondo/meeting';
import { ArrowDown, ArrowUp, GripVertical, Plus, Trash2 } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { HuePicker } from './HuePicker.tsx';
import { movedTo } from './movedTo.ts';
import { WordsField } from './WordsField.tsx';
import styles from './PromptsEditor.module.css';

interface Props<P extends Prompt> {
  prompts: readonly P[];
  change: (prompts: P[]) => void;
  most: number;
  /** What stands below a prompt's words: choices that only this kind has. */
  more?: (prompt: P, change: (prompt: P) => void) => ReactNode;
  /** A new prompt, of which everything but its words is chosen. */
  fresh: (prompt: Prompt) => P;
}

/** The prompts of a step: their words, colours and order. At least one stays. */
export function PromptsEditor<P extends Prompt>({ prompts, change, most, more, fresh }: Props<P>) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const drag = useDrag({
    onDrop: (id, target) => {
      const to = prompts.findIndex((each) => each.id === target);
      if (to >= 0) move(id, to);
    },
  });
  useFlip(list, prompts);

  function move(id: string, to: number): void {
    // At the end of the list the button that was pressed can do no more, and would drop the focus.
    if (to === 0 || to === prompts.length - 1)
      list.current?.querySelector<HTMLElement>(`[data-drag="${id}"] input`)?.focus();
    change(
      movedTo(
        prompts,
        prompts.findIndex((each) => each.id === id),
        to,
      ),
    );
    announce(t`Now prompt ${to + 1} of ${prompts.length}`);
  }

  const put = (prompt: P): void =>
    change(prompts.map((each) => (each.id === prompt.id ? prompt : each)));

  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>
        <Trans>Prompts</Trans>
      </legend>
      <ul ref={list} className={styles.list} {...drag}>
        {prompts.map((prompt, index) => {
          const place = index + 1;
          return (
            <li
              key={prompt.id}
              className={styles.prompt}
              style={hueStyle(prompt.hue)}
              data-drag={prompt.id}
              data-drop={prompt.id}
              data-flip={prompt.id}
            >
              <GripVertical aria-hidden size={18} className={styles.grip} />
              <div className={styles.words}>
                <WordsField
                  label={t`Prompt ${place}`}
                  limit={100}
                  value={prompt.title}
                  change={(title = '') => put({ ...prompt, title })}
                />
                <WordsField
                  label={t`Help for prompt ${place}`}
                  limit={256}
                  optional
                  value={prompt.hint}
                  change={(hint) => put(withHint(prompt, hint))}
                />
                <HuePicker
                  label={t`Colour of prompt ${place}`}
                  value={prompt.hue}
                  change={(hue) => put({ ...prompt, hue })}
                />
                {more?.(prompt, put)}
              </div>
              <div className={styles.actions}>
                <IconButton
                  size="s"
                  label={t`Move prompt ${place} up`}
                  icon={<ArrowUp size={16} />}
                  disabled={index === 0}
                  onClick={() => move(prompt.id, index - 1)}
                />
                <IconButton
                  size="s"
                  label={t`Move prompt ${place} down`}
                  icon={<ArrowDown size={16} />}
                  disabled={index === prompts.length - 1}
                  onClick={() => move(prompt.id, index + 1)}
                />
                <IconButton
                  size="s"
                  label={t`Remove prompt ${place}`}
                  icon={<Trash2 size={16} />}
                  disabled={prompts.length === 1}
                  onClick={() => change(prompts.filter((each) => each.id !== prompt.id))}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <Button
        size="s"
        icon={<Plus size={16} aria-hidden />}
        disabled={prompts.length >= most}
        onClick={() =>
          change([
            ...prompts,
            fresh({ id: freeId(prompts), title: t`New prompt`, hue: freeHue(prompts) }),
          ])
        }
      >
        <Trans>One more prompt</Trans>
      </Button>
    </fieldset>
  );
}

function withHint<P extends Prompt>(prompt: P, hint: string | undefined): P {
  const { hint: _, ...rest } = prompt;
  // The same prompt, with or without what every prompt may do without.
  return (hint === undefined ? rest : { ...rest, hint }) as P;
}

/** Cards remember the id of the prompt that they answer; it stays when the words change. */
function freeId(prompts: readonly Prompt[]): string {
  const taken = new Set(prompts.map(({ id }) => id));
  for (let n = prompts.length + 1; ; n++) if (!taken.has(`p${n}`)) return `p${n}`;
}

const freeHue = (prompts: readonly Prompt[]): Hue =>
  HUES.find((hue) => prompts.every((each) => each.hue !== hue)) ??
  HUES[prompts.length % HUES.length] ??
  'slate';
