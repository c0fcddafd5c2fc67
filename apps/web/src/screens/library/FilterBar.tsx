import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Chip, Select, Sheet, usePhone } from '@rondo/design';
import { SlidersHorizontal, Sparkles, Star } from 'lucide-react';
import { useState } from 'react';
import { FilterPill } from './FilterPill.tsx';
import { countFilters, type Filters } from './filters.ts';
import { useFilterFields } from './useFilterFields.ts';
import styles from './FilterBar.module.css';

interface Props {
  filters: Filters;
  /** With undefined for a filter that is taken away. */
  onChange: (changed: Partial<Filters>) => void;
}

/** The filters: side by side on a desk, in a sheet on a phone. */
export function FilterBar(props: Props) {
  return usePhone() ? <InSheet {...props} /> : <InRow {...props} />;
}

function InRow({ filters, onChange }: Props) {
  const { t } = useLingui();
  const fields = useFilterFields();
  return (
    <div className={styles.row} role="group" aria-label={t`Filters`}>
      {fields.map((field) => (
        <FilterPill
          key={field.key}
          field={field}
          value={field.valueOf(filters)}
          onChange={(value) => onChange(field.chosen(value))}
        />
      ))}
      <Marks filters={filters} onChange={onChange} />
    </div>
  );
}

function Marks({ filters, onChange }: Props) {
  return (
    <>
      <Chip
        icon={<Star aria-hidden />}
        selected={filters.favourites === true}
        onClick={() => onChange({ favourites: filters.favourites ? undefined : true })}
      >
        <Trans>Favourites</Trans>
      </Chip>
      <Chip
        icon={<Sparkles aria-hidden />}
        selected={filters.never === true}
        onClick={() => onChange({ never: filters.never ? undefined : true })}
      >
        <Trans>Not tried yet</Trans>
      </Chip>
    </>
  );
}

function InSheet({ filters, onChange }: Props) {
  const { t } = useLingui();
  const fields = useFilterFields();
  const [open, setOpen] = useState(false);
  const count = countFilters(filters);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        icon={<SlidersHorizontal size={18} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Trans>Filters</Trans>
        {count > 0 && (
          <span className={styles.badge}>
            <Badge>
              {count}
              <span className="visually-hidden">
                {' '}
                <Plural value={count} one="filter is set" other="filters are set" />
              </span>
            </Badge>
          </span>
        )}
      </Button>
      <Sheet
        side="bottom"
        open={open}
        onClose={close}
        title={t`Filters`}
        closeLabel={t`Close`}
        footer={
          <Button tone="primary" wide onClick={close}>
            <Trans>Show what fits</Trans>
          </Button>
        }
      >
        <div className={styles.fields}>
          {fields.map((field) => (
            <Select
              key={field.key}
              label={field.label}
              value={field.valueOf(filters)}
              options={[{ value: '', label: field.any }, ...field.options]}
              onChange={(event) => onChange(field.chosen(event.target.value))}
            />
          ))}
          <div className={styles.marks}>
            <Marks filters={filters} onChange={onChange} />
          </div>
        </div>
      </Sheet>
    </>
  );
}
