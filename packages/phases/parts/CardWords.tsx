import { useLingui } from '@lingui/react/macro';
import { LinkButton, Markdown } from '@rondo/design';
import { useState } from 'react';
import styles from './CardWords.module.css';

/** From here on a text takes so much room that the cards beside it are lost from sight; visible characters are near enough. */
const LONG = 600;
const MANY_LINES = 12;

interface Props {
  text: string;
  /** Of the words alone, without the button. */
  id?: string;
  /** However long: it is what is being talked about. */
  whole?: boolean;
}

/** What a card says. A very long text shows its beginning, and all of it when asked. */
export function CardWords({ text, id, whole = false }: Props) {
  const { t } = useLingui();
  const [isWhole, setWhole] = useState(false);
  const isLong = !whole && (text.length > LONG || text.split('\n').length > MANY_LINES);
  return (
    <>
      <div id={id} className={isLong && !isWhole ? styles.short : undefined}>
        <Markdown text={text} />
      </div>
      {isLong && (
        <LinkButton
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t`Show less` : t`Show all`}
        </LinkButton>
      )}
    </>
  );
}
