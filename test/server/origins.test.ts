import { describe, expect, it } from 'vitest';
import { createOrigins } from '../../src/channels/direct-line/origins.ts';

const origins = createOrigins(['https://shop.example'], 'https://bot.example');

describe('an origin', () => {
  it.each([
    ['that is listed', 'https://shop.example', 'localhost:3978'],
    ['of the public address', 'https://bot.example', 'localhost:3978'],
    ['with the host that was asked', 'http://localhost:3978', 'localhost:3978'],
  ])('%s may talk to the bot', (_, origin, host) => {
    expect(origins.isAllowed(origin, host)).toBe(true);
  });

  it.each([
    ['of somebody else', 'https://evil.example', 'localhost:3978'],
    ['that only begins alike', 'https://shop.example.evil.example', 'localhost:3978'],
    ['with another port', 'https://shop.example:8443', 'localhost:3978'],
    ['without TLS', 'http://shop.example', 'localhost:3978'],
    ['of a file or a sandbox', 'null', 'null'],
    ['that is none', 'shop.example', 'shop.example'],
    ['of no host', '', ''],
    ['of another name for our address, where ours is known', 'http://evil.example:3978', 'evil.example:3978'],
  ])('%s may not', (_, origin, host) => {
    expect(origins.isAllowed(origin, host)).toBe(false);
  });

  it('that is listed is not ours: its pages get no session of our chat', () => {
    expect(origins.isOurs('https://shop.example', 'localhost:3978')).toBe(false);
    expect(origins.isOurs('https://bot.example', 'localhost:3978')).toBe(true);
  });

  it('is ours by its host alone where no public address is known, also behind a proxy that ends TLS', () => {
    const unknown = createOrigins([], null);
    expect(unknown.isOurs('https://till-bot', 'till-bot')).toBe(true);
    expect(unknown.isOurs('https://till-bot', 'other-bot')).toBe(false);
  });
});
