import { useLingui } from '@lingui/react/macro';
import type { Filters } from './filters.ts';
import { useCategories } from './useCategories.ts';

export interface FilterField {
  key: 'category' | 'minutes' | 'people' | 'way' | 'place';
  label: string;
  /** What stands there as long as it filters nothing. */
  any: string;
  options: readonly { value: string; label: string }[];
  /** What is chosen now; '' for nothing. */
  valueOf: (filters: Filters) => string;
  chosen: (value: string) => Partial<Filters>;
}

const MINUTES = [15, 30, 45, 60, 90];
const PEOPLE = [2, 4, 6, 8, 12, 20, 50];

/** What one may filter by, beside words and marks. */
export function useFilterFields(): readonly FilterField[] {
  const { t } = useLingui();
  const categories = useCategories();
  return [
    {
      key: 'category',
      label: t`Category`,
      any: t`All categories`,
      options: categories.map(({ id, name }) => ({ value: id, label: name })),
      valueOf: ({ category = '' }) => category,
      chosen: (value) => ({ category: value === '' ? undefined : value }),
    },
    {
      key: 'minutes',
      label: t`How long it may take`,
      any: t`Any length`,
      options: MINUTES.map((minutes) => ({
        value: String(minutes),
        label: t`up to ${minutes} min`,
      })),
      valueOf: ({ minutes = '' }) => String(minutes),
      chosen: (value) => ({ minutes: value === '' ? undefined : Number(value) }),
    },
    {
      key: 'people',
      label: t`How many you are`,
      any: t`Any group size`,
      options: PEOPLE.map((people) => ({
        value: String(people),
        label: t`for ${people} people`,
      })),
      valueOf: ({ people = '' }) => String(people),
      chosen: (value) => ({ people: value === '' ? undefined : Number(value) }),
    },
    {
      key: 'way',
      label: t`When you take part`,
      any: t`Live or async`,
      options: [
        { value: 'live', label: t`Live, all at once` },
        { value: 'async', label: t`Async, each in their own time` },
      ],
      valueOf: ({ way = '' }) => way,
      chosen: (value) => ({ way: value === 'live' || value === 'async' ? value : undefined }),
    },
    {
      key: 'place',
      label: t`Where you are`,
      any: t`Anywhere`,
      options: [
        { value: 'remote', label: t`Remote` },
        { value: 'room', label: t`In one room` },
      ],
      valueOf: ({ place = '' }) => place,
      chosen: (value) => ({ place: value === 'remote' || value === 'room' ? value : undefined }),
    },
  ];
}
