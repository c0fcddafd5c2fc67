import { expect, test } from 'vitest';
import { fullness, hourOf, weekOf } from './week.ts';

const figures = (sockets: number) => ({
  sockets,
  handshakes: 0,
  fileDescriptors: 0,
  databaseConnections: 0,
});
const hour = (weekday: number, at: number, usual: number) => ({
  weekday,
  hour: at,
  usual: figures(usual),
  highest: figures(usual + 1),
});
const found = (hours: Parameters<typeof weekOf>[0], offset: number) =>
  weekOf(hours, offset)
    .days.flat()
    .filter(({ usual }) => usual !== null)
    .map(({ weekday, hour: at, usual }) => [weekday, at, usual]);

test('an hour that nobody has counted is not one in which nobody was here', () => {
  const { days, busiest } = weekOf([hour(1, 0, 0)], 0);
  expect(days[0]?.slice(0, 2).map(({ usual }) => usual)).toEqual([0, null]);
  expect(busiest).toBeNull();
});

test('hours are in your own time, also over midnight and the end of the week', () => {
  expect(found([hour(5, 9, 7)], 60)).toEqual([[5, 10, 7]]);
  expect(found([hour(7, 23, 7)], 120)).toEqual([[1, 1, 7]]);
  expect(found([hour(1, 2, 7)], -300)).toEqual([[7, 21, 7]]);
});

test('where the clock is half an hour off, hours begin at half past', () => {
  expect(weekOf([], 330).minute).toBe(30);
  expect(found([hour(1, 3, 7)], 330)).toEqual([[1, 8, 7]]);
  expect(weekOf([], -210).minute).toBe(30);
  expect(found([hour(1, 5, 7)], -210)).toEqual([[1, 1, 7]]);
});

test('the busiest hour is where it is shown', () => {
  const { days, busiest } = weekOf([hour(2, 9, 3), hour(5, 9, 8), hour(5, 10, 5)], 60);
  expect(busiest).toMatchObject({ weekday: 5, hour: 10, usual: 8, highest: 9 });
  expect(days[4]?.[10]).toBe(busiest);
});

test('a moment is in the same hour as what was counted then', () => {
  const friday = new Date('2027-03-12T23:20:00Z');
  for (const offset of [0, 60, 330, -210, -480]) {
    expect(found([hour(5, 23, 1)], offset)).toEqual([
      [...Object.values(hourOf(friday, offset)), 1],
    ]);
  }
});

test('only an hour without people is empty, and only the fullest full', () => {
  expect([0, 1, 50, 99, 100].map((people) => fullness(people, 100))).toEqual([0, 1, 3, 5, 5]);
  expect(fullness(0, 0)).toBe(0);
});
