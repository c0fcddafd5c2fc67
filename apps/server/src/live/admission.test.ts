import { describe, expect, test } from 'vitest';
import { DOOR_LIMITS, makeAdmission, type Admission, type WaitReason } from './admission.ts';
import { capacityOf } from './capacity.ts';
import { makeWaiting } from './waiting.ts';

const back = async (): Promise<boolean> => true;
const notBack = async (): Promise<boolean> => false;

function house(open: number, isBehind = false, limits = DOOR_LIMITS): Admission {
  return makeAdmission({
    capacity: { open, withReturning: open + 2, withKnocking: open + 5, http: 20 },
    limits,
    waiting: makeWaiting(
      () => 0,
      () => 0.5,
    ),
    isBehind: () => isBehind,
  });
}
const enter = (
  admission: Admission,
  team: string | null,
  isBack = notBack,
  user: string | null = null,
): Promise<WaitReason | null> => admission.knock('192.0.2.1').enter({ user, team }, isBack);

describe('who comes in', () => {
  test('anybody up to the capacity, then only people of running meetings, up to the reserve', async () => {
    const admission = house(3);
    const answers: unknown[] = [];
    for (let each = 0; each < 4; each++) answers.push(await enter(admission, null));
    for (let each = 0; each < 3; each++) answers.push(await enter(admission, null, back));
    expect(answers).toEqual([null, null, null, 'full', null, null, 'full']);
  });

  test('the reserve holds also when many are looked up at once', async () => {
    const admission = house(3);
    const asked = Array.from({ length: 20 }, () => enter(admission, null, back));
    expect((await Promise.all(asked)).filter((answer) => answer === null)).toHaveLength(5);
  });

  test('a server that is behind its work lets in people of running meetings alone', async () => {
    const admission = house(100, true);
    expect(await enter(admission, null)).toBe('behind');
    expect(await enter(admission, null, back)).toBe(null);
  });

  test('a team has at most half of a house that is nearly full, and others still come in', async () => {
    const admission = house(100);
    expect(await enter(admission, 'small')).toBe(null);
    const answers: (WaitReason | null)[] = [];
    for (let each = 0; each < 80; each++) answers.push(await enter(admission, 'large'));
    // Until the house is 70 % full it may have all of that.
    expect(answers.filter((answer) => answer === null)).toHaveLength(69);
    expect(new Set(answers)).toEqual(new Set([null, 'team']));
    expect(await enter(admission, 'small')).toBe(null);
    expect(await enter(admission, 'large', back)).toBe(null);
  });

  test('a team that is alone has nearly all, and whoever else comes still comes in', async () => {
    const admission = house(100);
    const answers: (WaitReason | null)[] = [];
    for (let each = 0; each < 100; each++) answers.push(await enter(admission, 'only'));
    expect(answers.filter((answer) => answer === null)).toHaveLength(90);
    expect(await enter(admission, 'other')).toBe(null);
  });

  test('an account and an address have so many connections, and get them back', async () => {
    const admission = house(100, false, { perUser: 2, perAddress: 3 });
    const knocks = [1, 2].map(() => admission.knock('192.0.2.7'));
    for (const knock of knocks) await knock.enter({ user: 'eve', team: null }, back);
    expect(await enter(admission, null, back, 'eve')).toBe('account');
    admission.knock('192.0.2.7');
    expect(admission.mayKnock('192.0.2.7')).toBe('address');
    expect(admission.mayKnock('192.0.2.8')).toBe(null);
    knocks[0]?.leave();
    knocks[0]?.leave();
    expect(await enter(admission, null, back, 'eve')).toBe(null);
    expect(admission.mayKnock('192.0.2.7')).toBe(null);
    expect(admission.connections()).toBe(4);
  });

  test('those who only knock find no more places than are kept for them', () => {
    const admission = house(3);
    for (let each = 0; each < 8; each++) admission.knock(`192.0.2.${each}`);
    expect(admission.mayKnock('192.0.2.99')).toBe('files');
  });
});

describe('how long', () => {
  test('the more wait, the longer; never longer than a minute and a quarter, and at random', () => {
    let now = 0;
    const waiting = makeWaiting(
      () => now,
      () => 0.5,
    );
    expect(waiting.later()).toBe(5_000);
    for (let each = 0; each < 1_000; each++) waiting.later();
    expect(waiting.later()).toBeGreaterThan(15_000);
    for (let each = 0; each < 5_000; each++) waiting.later();
    expect(waiting.later()).toBe(60_000);
    expect(waiting.count()).toBe(6_003);
    now = 62_000;
    expect(waiting.count()).toBe(0);
    expect(waiting.later()).toBe(5_000);
    const [least, most] = [0, 0.999].map((random) =>
      makeWaiting(
        () => 0,
        () => random,
      ).later(),
    );
    expect([least, most]).toEqual([3_750, 6_248]);
  });
});

describe('the file limit', () => {
  test.each([200, 1_024, 4_096, 65_536, 1_048_576])(
    'of %i files leaves a part for pages, for knocking and for the process itself',
    (files) => {
      const { open, withReturning, withKnocking, http } = capacityOf(undefined, files);
      expect(open).toBeGreaterThan(files / 4);
      expect(withReturning).toBeGreaterThanOrEqual(Math.floor(open * 1.1));
      expect(withKnocking).toBeGreaterThan(withReturning);
      expect(http).toBeGreaterThanOrEqual(20);
      expect(withKnocking + http).toBeLessThanOrEqual(files - 100);
    },
  );

  test('bounds what the setting asks for', () => {
    expect(capacityOf(40, 65_536).open).toBe(40);
    expect(capacityOf(100_000, 1_024).open).toBe(capacityOf(undefined, 1_024).open);
  });
});
