import { useLingui } from '@lingui/react/macro';
import type { ForeignFormat } from '@rondo/contract';

/** What a format is called. */
export function useFormatWords(): (format: ForeignFormat) => string {
  const { t } = useLingui();
  return (format) => {
    switch (format) {
      case 'parabol-retro':
        return t`Parabol, retrospective (CSV)`;
      case 'parabol-poker':
        return t`Parabol, sprint poker (CSV)`;
      case 'scrumlr-json':
        return t`scrumlr (JSON)`;
      case 'scrumlr-csv':
        return t`scrumlr (CSV)`;
      case 'retrospected':
        return t`Retrospected (Markdown)`;
      case 'easyretro':
        return t`EasyRetro (CSV)`;
      case 'csv':
        return t`Any table (CSV)`;
    }
  };
}
