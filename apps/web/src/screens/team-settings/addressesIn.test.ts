import { expect, test } from 'vitest';
import { addressesIn } from './addressesIn.ts';

test('addresses are found between lines, commas and semicolons, each once', () => {
  const text = ' ben@example.org, cleo@example.org\nben@example.org;dora@mail.example.org ';
  const addresses = ['ben@example.org', 'cleo@example.org', 'dora@mail.example.org'];
  expect(addressesIn(text)).toEqual({ addresses, wrong: [] });
});

test('what is no address is named, so that it is found among many', () => {
  const { wrong } = addressesIn('ben@example.org, nonsense\ncleo@example <dora@example.org>');
  expect(wrong).toEqual(['nonsense', 'cleo@example', '<dora@example.org>']);
});
