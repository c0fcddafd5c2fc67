import { activityYaml, parseActivity } from '@rondo/library';
import { loadActivities } from '@rondo/library/node';
import { phases } from '@rondo/phases/domain';
import { expect, test } from 'vitest';

test('an activity that is written to a file again is read as the same one', async () => {
  const { activities } = await loadActivities(import.meta.dirname, phases);
  expect(activities.length).toBeGreaterThan(0);
  for (const activity of activities) {
    const { file, text } = activityYaml(activity);
    const parsed = parseActivity(`${activity.category}/${file}`, text, phases, []);
    expect(parsed).toEqual({ ok: true, activity: { ...activity, id: file.slice(0, -5) } });
  }
});
