import { describe, expect, it } from 'vitest';
import { createTokens, type Ticket } from '../../src/channels/direct-line/tokens.ts';

const tokens = createTokens('a secret of this test');
const ticket: Ticket = {
  kind: 'access',
  conversationId: 'till-3',
  userId: 'dl_till-3',
  origin: 'https://shop.example',
  expiresAt: 1_000,
};
const token = tokens.sign(ticket);
/** The token with other claims, under the mac of what it said before. */
const claiming = (claims: object): string => {
  const [payload = '', mac] = token.split('.');
  const before: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return `${Buffer.from(JSON.stringify({ ...Object(before), ...claims })).toString('base64url')}.${mac}`;
};

describe('a token', () => {
  it('says who may speak where', () => {
    expect(tokens.read(token, 999)).toEqual({ kind: 'good', ticket });
  });

  it('goes into a header and an address as it is', () => {
    expect(encodeURIComponent(token)).toBe(token);
    expect(token.length).toBeLessThan(300);
  });

  it('expires at its millisecond', () => {
    expect(tokens.read(token, 1_000)).toEqual({ kind: 'expired', ticket });
  });

  it.each([
    ['claims another conversation', claiming({ c: 'till-4' })],
    ['claims more time', claiming({ e: 2_000 })],
    ['claims another use', claiming({ k: 'resume' })],
    ['was signed with another secret', createTokens('another secret').sign(ticket)],
    ['has no signature', token.replace(/\..*/, '.')],
    ['has a signature too many', `${token}.${token}`],
    ['is cut off', token.slice(0, -1)],
    ['is empty', ''],
    ['is no token', 'Bearer'],
    ['is as long as a book', `${'x'.repeat(1_000_000)}.x`],
  ])('is bad where it %s', (_, other) => {
    expect(tokens.read(other, 0)).toEqual({ kind: 'bad' });
  });

  it('is bad with any one of its characters changed', () => {
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(tokens.read(token.slice(0, at) + other + token.slice(at + 1), 0)).toEqual({ kind: 'bad' });
    }
  });
});
