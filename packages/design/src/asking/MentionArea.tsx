import { useRef, useState } from 'react';
import { FindList } from '../layers/FindList.tsx';
import { Popover } from '../layers/Popover.tsx';
import { TextArea, type TextAreaProps } from './TextArea.tsx';

export type MentionAreaProps = Omit<TextAreaProps, 'value' | 'onChange' | 'ref'> & {
  value: string;
  onChange: (text: string) => void;
  /** Whom a text may speak to. */
  people: readonly { id: string; label: string }[];
  /** What the list of them says. */
  mention: { label: string; placeholder: string; empty: string };
};

/** A field in which `@`, at the start of a word, opens a list of people to speak to. */
export function MentionArea({ value, onChange, people, mention, ...area }: MentionAreaProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** Behind the `@` that the list was opened by. */
  const [mentionAt, setMentionAt] = useState<number | null>(null);

  function typed(element: HTMLTextAreaElement): void {
    const at = element.selectionStart;
    const isNewAt = element.value.length === value.length + 1 && element.value[at - 1] === '@';
    const isAtStart = at < 2 || /\s/.test(element.value[at - 2] ?? '');
    onChange(element.value);
    if (isNewAt && isAtStart) setMentionAt(at);
  }

  function backTo(at: number): void {
    setMentionAt(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  }

  function insert(name: string, at: number): void {
    const inserted = `${name} `;
    onChange(value.slice(0, at) + inserted + value.slice(at));
    backTo(at + inserted.length);
  }

  return (
    <>
      <TextArea {...area} ref={field} value={value} onChange={(event) => typed(event.target)} />
      {mentionAt !== null && (
        <Popover open anchor={field} label={mention.label} onClose={() => setMentionAt(null)}>
          <FindList
            label={mention.label}
            placeholder={mention.placeholder}
            items={people}
            empty={mention.empty}
            onPick={(id) => {
              const person = people.find((each) => each.id === id);
              if (person) insert(person.label, mentionAt);
            }}
            onCancel={() => backTo(mentionAt)}
          />
        </Popover>
      )}
    </>
  );
}
