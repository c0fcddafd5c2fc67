import { Trans, useLingui } from '@lingui/react/macro';
import type { ReportContent, ReportFigure } from '@rondo/contract';
import { Checkbox, TextArea, TextField } from '@rondo/design';
import { FIGURE_ORDER, useFigureNames } from '../reports/useFigureNames.ts';
import { SectionForm } from './SectionForm.tsx';
import styles from './Report.module.css';

interface Props {
  content: ReportContent;
  counted: readonly ReportFigure[];
  change: (content: ReportContent) => void;
}

/** As many visible characters as the server takes. */
const LONGEST = { title: 120, intro: 4_000, sentence: 400 };

/** All words of a report, to be edited. */
export function ContentForm({ content, counted, change }: Props) {
  const { t } = useLingui();
  const figureNames = useFigureNames();
  return (
    <div className={styles.form}>
      <TextField
        label={t`Title`}
        optional={t`optional`}
        maxLength={LONGEST.title}
        value={content.title}
        onChange={({ target }) => change({ ...content, title: target.value })}
      />
      <div className={styles.days}>
        <TextField
          type="date"
          required
          label={t`From`}
          value={content.from}
          onChange={({ target }) => {
            // An emptied field is no day; what was chosen last stays.
            if (target.value !== '') change({ ...content, from: target.value });
          }}
          // Not while a day is typed: its first digits are another one.
          onBlur={() => {
            if (content.to < content.from) change({ ...content, to: content.from });
          }}
        />
        <TextField
          type="date"
          required
          label={t`To`}
          min={content.from}
          value={content.to}
          onChange={({ target }) => {
            if (target.value !== '') change({ ...content, to: target.value });
          }}
          onBlur={() => {
            if (content.to < content.from) change({ ...content, from: content.to });
          }}
        />
      </div>
      <TextArea
        label={t`Introduction`}
        hint={t`**bold**, *italic*, lists with “- ” and [links](https://…) work here and in every line.`}
        value={content.intro}
        minRows={3}
        limit={LONGEST.intro}
        left={(count) => t`${count} left`}
        onChange={({ target }) => change({ ...content, intro: target.value })}
      />
      <fieldset className={styles.figures}>
        <legend>
          <Trans>Figures of the week</Trans>
        </legend>
        {FIGURE_ORDER.map((name) => {
          const value = counted.find((figure) => figure.name === name)?.value ?? 0;
          return (
            <Checkbox
              key={name}
              label={`${figureNames[name]}: ${value}`}
              checked={content.figures.includes(name)}
              onChange={({ target }) =>
                change({
                  ...content,
                  figures: FIGURE_ORDER.filter((each) =>
                    each === name ? target.checked : content.figures.includes(each),
                  ),
                })
              }
            />
          );
        })}
      </fieldset>
      <TextArea
        label={t`The sentence about them`}
        hint={t`Written by rule from the weeks before. Change it as you like.`}
        value={content.sentence}
        minRows={1}
        limit={LONGEST.sentence}
        left={(count) => t`${count} left`}
        onChange={({ target }) => change({ ...content, sentence: target.value })}
      />
      {content.sections.map((section) => (
        <SectionForm key={section.id} section={section} content={content} change={change} />
      ))}
    </div>
  );
}
