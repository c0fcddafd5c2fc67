import { useLingui } from '@lingui/react/macro';
import { TextArea } from '@rondo/design';
import type { KeyboardEvent } from 'react';
import type { NewCard } from './useNewCard.ts';
import { useWords } from './useWords.ts';

interface Props {
  card: NewCard;
  bare?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** The field for the next card. Enter adds it. */
export function NewCardField({ card, bare, onKeyDown }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { field, text, prompt, limit, type, leave, add } = card;
  return (
    <TextArea
      ref={field}
      bare={bare}
      hideLabel
      label={t`New card`}
      placeholder={prompt?.hint ? words(prompt.hint) : t`Write a card…`}
      value={text}
      minRows={2}
      maxRows={8}
      limit={limit}
      left={(count) => (count < 0 ? t`${-count} too many` : t`${count} left`)}
      enterKeyHint="send"
      onChange={({ target }) => type(target.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
      onSubmit={add}
    />
  );
}
