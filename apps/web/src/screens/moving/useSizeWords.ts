import { useLingui } from '@lingui/react/macro';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How much a file is, as people write it. */
export function useSizeWords(): (bytes: number) => string {
  const { i18n } = useLingui();
  return (bytes) => {
    const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
    return new Intl.NumberFormat(i18n.locale, {
      style: 'unit',
      unit: UNITS[step] ?? 'byte',
      maximumFractionDigits: step > 1 ? 1 : 0,
    }).format(bytes / 1000 ** step);
  };
}
