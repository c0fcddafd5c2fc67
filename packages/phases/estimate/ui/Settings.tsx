import { Trans, useLingui } from '@lingui/react/macro';
import { RadioCards, Select, Switch } from '@rondo/design';
import { SettingsForm } from '../../parts/index.ts';
import type { EstimateSettings } from '../domain/index.ts';
import { DimensionsEditor } from './DimensionsEditor.tsx';
import { FigureEditor } from './FigureEditor.tsx';

interface Props {
  settings: EstimateSettings;
  change: (settings: EstimateSettings) => void;
}

/** What somebody who composes an activity decides about estimating. */
export default function Settings({ settings, change }: Props) {
  const { t } = useLingui();
  return (
    <SettingsForm>
      <RadioCards
        label={t`How people estimate`}
        value={settings.way}
        onChange={(way) => change({ ...settings, way })}
        columns={2}
        size="s"
        options={[
          {
            value: 'together',
            label: t`At one table`,
            hint: t`Story by story, all at the same time.`,
          },
          {
            value: 'own-pace',
            label: t`At their own pace`,
            hint: t`Each alone; only what is contested is talked about.`,
          },
        ]}
      />
      <DimensionsEditor
        dimensions={settings.dimensions}
        change={(dimensions) => change(withDimensions(settings, dimensions))}
      />
      <Switch
        label={t`Show when all have picked`}
        hint={
          settings.autoReveal
            ? t`The cards turn over as soon as the last one lies there.`
            : t`Whoever facilitates turns the cards over.`
        }
        checked={settings.autoReveal}
        onChange={(autoReveal) => change({ ...settings, autoReveal })}
      />
      <Select
        label={t`What counts as agreement`}
        value={String(settings.agreeWithin)}
        onChange={({ target }) => change({ ...settings, agreeWithin: Number(target.value) })}
      >
        <option value="0">
          <Trans>The same card</Trans>
        </option>
        <option value="1">
          <Trans>Up to one step apart</Trans>
        </option>
        <option value="2">
          <Trans>Up to two steps apart</Trans>
        </option>
        <option value="3">
          <Trans>Up to three steps apart</Trans>
        </option>
      </Select>
      <FigureEditor settings={settings} change={change} />
    </SettingsForm>
  );
}

/** A figure never names a dimension that is gone; one that has nothing left to count goes, too. */
function withDimensions(
  settings: EstimateSettings,
  dimensions: EstimateSettings['dimensions'],
): EstimateSettings {
  const { figure, ...rest } = settings;
  const isThere = (id: string): boolean => dimensions.some((each) => each.id === id);
  const of = figure?.of.filter(isThere) ?? [];
  if (!figure || of.length === 0) return { ...rest, dimensions };
  const { per, ...counted } = { ...figure, of };
  const kept = per !== undefined && isThere(per) ? { ...counted, per } : counted;
  return { ...rest, dimensions, figure: kept };
}
