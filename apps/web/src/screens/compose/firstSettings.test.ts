import { checkActivity } from '@rondo/library';
import { phases } from '@rondo/phases/domain';
import { expect, test } from 'vitest';
import { BLANK, contentOf } from './draft.ts';
import { firstSettings } from './firstSettings.ts';

const words = { well: 'Well', better: 'Better', statement: 'We have fun' };

test.each(Object.keys(phases))('a step that was just added can be saved: %s', (kind) => {
  const step = (each: string) => ({ key: each, kind: each, settings: firstSettings(each, words) });
  const texts = { name: 'New', summary: 'New', purpose: 'New' };
  // What a step may need comes before it.
  const flow = [step('collect'), step('vote'), { ...step(kind), key: 'new' }];
  const content = contentOf({ ...BLANK, ...texts, flow });
  expect(checkActivity({ id: 'new', ...content }, phases)).toMatchObject({ ok: true });
});
