import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton, Select } from '@rondo/design';
import { useWords } from '../../parts/index.ts';
import type { Axis, RankSettings, Spot } from '../domain/index.ts';
import styles from './PlaneTray.module.css';

interface Props {
  axes: NonNullable<RankSettings['axes']>;
  title: string;
  spot: Spot | null;
  onPut: (spot: Spot | null) => void;
}

/** The place of one item in words: for those who neither drag nor point. */
export function SpotSelects({ axes, title, spot, onPut }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const options = ({ low, high }: Axis) => [
    ...(spot ? [] : [{ value: '', label: '–' }]),
    { value: '0.1', label: words(low) },
    { value: '0.3', label: t`rather ${words(low)}` },
    { value: '0.5', label: t`in between` },
    { value: '0.7', label: t`rather ${words(high)}` },
    { value: '0.9', label: words(high) },
  ];
  const select = (axis: 'x' | 'y') => (
    <Select
      label={t`${words(axes[axis].label)} of “${title}”`}
      hideLabel
      value={spot ? nearest(spot[axis]) : ''}
      options={options(axes[axis])}
      onChange={({ target }) => {
        if (target.value === '') return;
        onPut({ x: spot?.x ?? 0.5, y: spot?.y ?? 0.5, [axis]: Number(target.value) });
      }}
    />
  );
  return (
    <div className={styles.selects}>
      <span aria-hidden="true">{words(axes.x.label)}</span>
      {select('x')}
      <span aria-hidden="true">{words(axes.y.label)}</span>
      {select('y')}
      {spot && (
        <LinkButton onClick={() => onPut(null)}>
          <Trans>Take it off</Trans>
        </LinkButton>
      )}
    </div>
  );
}

const VALUES = [0.1, 0.3, 0.5, 0.7, 0.9];

const nearest = (value: number): string =>
  String(
    VALUES.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best)),
  );
