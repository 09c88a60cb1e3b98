import { expect, it } from 'vitest';
import { readRetryAfter } from '../../../src/channels/bot-framework/http-client.ts';

const NOW = Date.parse('2026-01-05T10:00:00Z');

it.each([
  ['3', 3_000],
  ['0.5', 500],
  [' 10 ', 10_000],
  ['Mon, 05 Jan 2026 10:00:30 GMT', 30_000],
  ['Mon, 05 Jan 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After: %s asks for %s ms', (value, ms) => {
  expect(readRetryAfter(value, NOW)).toBe(ms);
});
