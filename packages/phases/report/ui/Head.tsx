import { Trans, useLingui } from '@lingui/react/macro';
import { IconButton, LinkButton, Markdown } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../parts/index.ts';
import {
  LONGEST_INTRO,
  LONGEST_TITLE,
  setIntro,
  setTitle,
  type ReportState,
} from '../domain/index.ts';
import { EditWords } from './EditWords.tsx';
import styles from './Report.module.css';

interface Props {
  phase: PhaseId;
  state: ReportState;
  mayWrite: boolean;
}

/** Title and introduction. */
export function Head({ phase, state: { title, intro }, mayWrite }: Props) {
  const { t } = useLingui();
  const act = useAct(phase);
  const [edited, setEdited] = useState<'title' | 'intro' | null>(null);
  const done = () => setEdited(null);
  return (
    <header className={styles.head}>
      {edited === 'title' ? (
        <EditWords
          phase={phase}
          slot="title"
          label={t`Title of the report`}
          {...title}
          longest={LONGEST_TITLE}
          mayBeEmpty
          rows={1}
          save={(text, revision) =>
            act(setTitle, { text: text.replaceAll(/\s*\n\s*/g, ' '), revision })
          }
          onDone={done}
        />
      ) : (
        <div className={styles.line}>
          <h3 className={title.text === '' ? styles.noTitle : styles.title}>
            {title.text === '' ? <Trans>No title yet</Trans> : title.text}
          </h3>
          {mayWrite && (
            <IconButton
              label={t`Edit the title`}
              icon={<Pencil size={17} />}
              onClick={() => setEdited('title')}
            />
          )}
        </div>
      )}
      {edited === 'intro' ? (
        <EditWords
          phase={phase}
          slot="intro"
          label={t`Introduction`}
          {...intro}
          longest={LONGEST_INTRO}
          mayBeEmpty
          rows={3}
          save={(text, revision) => act(setIntro, { text, revision })}
          onDone={done}
        />
      ) : intro.text === '' ? (
        mayWrite && (
          <p className={styles.small}>
            <LinkButton onClick={() => setEdited('intro')}>
              <Trans>Write an introduction</Trans>
            </LinkButton>
          </p>
        )
      ) : (
        <div className={styles.line}>
          <div className={styles.intro}>
            <Markdown text={intro.text} />
          </div>
          {mayWrite && (
            <IconButton
              label={t`Edit the introduction`}
              icon={<Pencil size={17} />}
              onClick={() => setEdited('intro')}
            />
          )}
        </div>
      )}
    </header>
  );
}
