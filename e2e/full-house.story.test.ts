import { test } from 'vitest';
import { enterAsGuest } from './stage/acts.ts';
import { expectAccessible } from './stage/axe.ts';
import { gather } from './stage/gather.ts';
import { writeCards } from './stage/phases.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage({ RONDO_MAX_CONNECTIONS: '2' });

test('where a server is full, who comes next is told so and comes in by themselves; who is inside works on', async () => {
  const { address, host, guests } = await gather(stage, ['Bob']);
  const [bob] = guests;
  const grace = await stage.person('Grace', { phone: true, dark: true });
  await enterAsGuest(grace.page, address, 'Grace');
  await grace.page.getByRole('heading', { name: 'Full right now' }).waitFor();
  await grace.page.getByText(/Next try in \d+ seconds?\./).waitFor();
  const first = grace.page.locator('[data-live="polite"]', { hasText: 'There are more people' });
  await first.waitFor({ state: 'attached' });
  await expectAccessible(grace.page, 'full right now');

  await writeCards(host.page, [['Start', 'Inside nobody notices']]);
  await bob?.page.getByText('1 card face down').first().waitFor();
  // A reload is no reason to wait: Bob is one of this meeting.
  await bob?.page.reload();
  await bob?.page.getByLabel('New card').waitFor();
  await bob?.context.close();
  await grace.page.getByLabel('New card').waitFor({ timeout: 30_000 });
  await writeCards(grace.page, [['Stop', 'Waiting']]);
});
