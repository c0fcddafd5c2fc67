import { expect, test } from 'vitest';
import { visibleLength } from './visibleLength.ts';

test('counts what people see', () => {
  expect(visibleLength('')).toBe(0);
  expect(visibleLength('Retro')).toBe(5);
  expect(visibleLength('Grüße')).toBe(5);
  expect(visibleLength('e\u0301')).toBe(1);
  expect(visibleLength('👩🏽‍🚀')).toBe(1);
  expect(visibleLength('🇩🇪🇫🇷')).toBe(2);
});

test('a line break is one character on every platform', () => {
  expect(visibleLength('a\nb')).toBe(3);
  expect(visibleLength('a\r\nb')).toBe(3);
});
