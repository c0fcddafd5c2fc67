import type { SeriesDoor } from '@rondo/contract';
import { describe, expect, it } from 'vitest';
import { browser } from '../testing/browser.ts';
import { bodyOf } from '../testing/people.ts';
import { tendSeries } from './due.ts';
import { weekly } from './testing/weekly.ts';

const { server, ada, plan, makeDue, meetingsOf } = await weekly();

describe('the link', () => {
  it('leads members to the running meeting, guests as far as they may', async () => {
    const { id, key, next } = await plan({ guests: 'no' });
    const stranger = browser(server.url);
    const ask = async (there = ada): Promise<SeriesDoor> =>
      bodyOf(await there.get(`/api/series-links/${key}`));
    expect(await ask()).toMatchObject({ you: 'member', meeting: null, next: next[0]?.at });
    expect(await ask(stranger)).toEqual({
      you: 'stranger',
      name: null,
      series: null,
      meeting: null,
      next: null,
      zone: null,
      guests: 'no',
    });
    const started = await ada.post(`/api/series/${id}/start`, { at: next[0]?.at });
    const { meeting } = bodyOf<{ meeting: string }>(started);
    expect((await ask()).meeting).toBe(meeting);
    expect((await ask(stranger)).meeting).toBeNull();
    await server.app.db
      .updateTable('meeting')
      .set({ guests: 'lobby' })
      .where('id', '=', meeting)
      .execute();
    expect(await ask(stranger)).toMatchObject({ you: 'stranger', meeting, name: null });
  });

  it('makes the meeting for whoever comes on time, and the next round makes no other', async () => {
    const { id, key } = await plan({ name: 'Punctual' });
    await makeDue(id, 1_000);
    const { meeting } = bodyOf<SeriesDoor>(await ada.get(`/api/series-links/${key}`));
    expect(meeting).not.toBeNull();
    await tendSeries(server.app);
    expect(await meetingsOf(id)).toEqual(['Punctual']);
  });

  it('that nobody made leads nowhere', async () => {
    const answer = await ada.get(`/api/series-links/${'x'.repeat(22)}`);
    expect(answer.status).toBe(404);
  });
});
