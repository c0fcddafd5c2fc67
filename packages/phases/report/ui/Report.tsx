import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { announce, hueStyle } from '@rondo/design';
import type { PhaseId } from '@rondo/meeting';
import { Board, PhaseHeading, PhaseStatus, Tip, useChange, useWords } from '../../parts/index.ts';
import { Author } from './Author.tsx';
import { Head } from './Head.tsx';
import { Picks } from './Picks.tsx';
import { Removed } from './Removed.tsx';
import { Section } from './Section.tsx';
import { useReport } from './useReport.ts';
import styles from './Report.module.css';

/** The report as it will be read, which everybody edits together. */
export default function Report({ phaseId }: { phaseId: PhaseId }) {
  const { t } = useLingui();
  const words = useWords();
  const report = useReport(phaseId);
  const { about, settings, state, mayWrite } = report;
  const lines = Object.values(state.entries).filter(({ removed }) => !removed).length;
  useChange(lines, () =>
    announce(t`${plural(lines, { one: '# line in the report', other: '# lines in the report' })}`),
  );
  return (
    <Board className={styles.board} style={hueStyle('report')}>
      <PhaseHeading
        title={about.title ? words(about.title) : t`What do you tell your readers?`}
        note={<Trans>When the meeting ends, this is your draft. Nobody outside sees it yet.</Trans>}
      />
      <PhaseStatus
        phase={phaseId}
        done={<Trans>The report is closed. You can go on with it in the draft.</Trans>}
      />
      <article className={styles.sheet}>
        <Head phase={phaseId} state={state} mayWrite={mayWrite} />
        {settings.sections.map((section) => (
          <Section key={section.id} phase={phaseId} report={report} section={section} />
        ))}
        <Author phase={phaseId} author={state.author} mayChoose={report.mayChoose} />
      </article>
      {mayWrite && <Picks phase={phaseId} report={report} />}
      <Removed phase={phaseId} report={report} />
      <Tip phase={phaseId}>
        <Trans>
          What a reader can notice comes first. If something did not work out, say so: readers
          believe reports with a scratch in them.
        </Trans>
      </Tip>
    </Board>
  );
}
