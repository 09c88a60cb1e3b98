/** Who may speak, read and listen, and what everybody else is told. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createTokens } from '../../src/channels/direct-line/tokens.ts';
import {
  type Came,
  messagesOf,
  SECRETS,
  SHOP,
  said,
  upgradeStatus,
  type WebServer,
  webServer,
} from './web-server.ts';

let server: WebServer;
beforeEach(async () => {
  server = await webServer();
});
afterEach(() => server.close());

const codeOf = ({ status, body }: Came) => [status, body?.error?.code];
const generate = '/v3/directline/tokens/generate';

describe('whoever has no good token', () => {
  it.each<[string, (good: string) => string | undefined, number, string]>([
    ['none', () => undefined, 401, 'TOKEN_MISSING'],
    [
      'one that was altered',
      (good) => good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      401,
      'TOKEN_BAD',
    ],
    ['one of another bot', () => createTokens('another secret').sign(ANY_TICKET), 401, 'TOKEN_BAD'],
    ['words in its place', () => 'let-me-in', 401, 'TOKEN_BAD'],
    [
      'the one that only resumes',
      () => createTokens(SECRETS.KEYTURN_SECRET).sign({ ...ANY_TICKET, kind: 'resume' }),
      401,
      'TOKEN_BAD',
    ],
  ])('but %s neither speaks nor reads', async (_, spoil, status, code) => {
    const { id, token } = await server.visitor('till').open();
    const stranger = server.visitor('stranger');
    const bad = spoil(token);
    expect(codeOf(await stranger.post(messagesOf(id), said('hello'), bad))).toEqual([status, code]);
    const headers = bad === undefined ? {} : { Authorization: `Bearer ${bad}` };
    expect(codeOf(await stranger.ask('GET', messagesOf(id), { headers }))).toEqual([status, code]);
    expect(codeOf(await stranger.post('/v3/directline/tokens/refresh', undefined, bad))).toEqual([
      status,
      code,
    ]);
  });

  it('but one of another conversation neither speaks, reads nor listens', async () => {
    const theirs = await server.visitor('till').open();
    const stranger = server.visitor('stranger');
    const own = await stranger.open();
    const refused = [403, 'OTHER_CONVERSATION'];
    const headers = { Authorization: `Bearer ${own.token}` };
    expect(codeOf(await stranger.post(messagesOf(theirs.id), said('hello'), own.token))).toEqual(refused);
    expect(codeOf(await stranger.ask('GET', messagesOf(theirs.id), { headers }))).toEqual(refused);
    const stream = theirs.streamUrl.replace(/t=.*/, `t=${own.token}`);
    expect(await upgradeStatus(stream, stranger.headers)).toBe(403);
  });

  it('but one that has expired is told to get a new one', async () => {
    const till = server.visitor('till');
    const { id, token, streamUrl } = await till.open();
    server.clock.now += 30 * 60_000 - 1;
    expect((await till.post(messagesOf(id), said('in time'), token)).status).toBe(200);
    server.clock.now += 1;
    const late = await till.post(messagesOf(id), said('late'), token);
    expect(codeOf(late)).toEqual([403, 'TOKEN_EXPIRED']);
    expect(late.body.error.message).toContain('/v3/directline/tokens/generate');
    expect(await upgradeStatus(streamUrl, till.headers)).toBe(403);
  });

  it('but one that expires while its stream is being opened is not heard longer, whenever that is', async () => {
    const lasts = 30 * 60_000;
    const begunAt = Date.parse('2026-03-02T09:00:00Z');
    /** How often the clock is read before the token expires. */
    let looks = Number.POSITIVE_INFINITY;
    let now = begunAt;
    const slow = await webServer({
      web: { clock: () => (looks-- > 0 ? now : begunAt + lasts), tuning: { keepAliveMs: 10 } },
    });
    const till = slow.visitor('till');
    const { streamUrl } = await till.open();
    now = begunAt + lasts - 1;
    const ends = new Set<unknown>();
    for (const looked of [1, 2, 3, 4, 5, 6]) {
      looks = looked;
      const socket = new WebSocket(streamUrl, { headers: till.headers });
      const end = new Promise((resolve) => {
        socket.once('unexpected-response', (_, { statusCode }) => resolve(statusCode));
        socket.once('close', resolve);
      });
      socket.on('error', () => undefined);
      ends.add(await end);
      socket.terminate();
    }
    expect(ends).toEqual(new Set([403, 4403]));
    await slow.close();
  });

  it('but the one of a page, on another page that may talk to the bot too', async () => {
    const { id, token } = await server.visitor('till').open();
    const ours = server.visitor('till', server.url);
    expect(codeOf(await ours.post(messagesOf(id), said('hello'), token))).toEqual([
      403,
      'TOKEN_OF_ANOTHER_ORIGIN',
    ]);
  });
});

describe('a page of a foreign origin', () => {
  it('is refused wherever it asks, and its browser is let through nowhere', async () => {
    const { id, token, streamUrl } = await server.visitor('till').open();
    const evil = server.visitor('till', 'https://evil.example');
    const asked = [
      evil.post(generate),
      evil.post('/v3/directline/conversations', undefined, token),
      evil.post(messagesOf(id), said('hello'), token),
      evil.post('/chat/session', {}),
      evil.ask('OPTIONS', generate, { headers: { 'Access-Control-Request-Method': 'POST' } }),
    ];
    for (const came of await Promise.all(asked)) {
      expect(codeOf(came)).toEqual([403, 'FOREIGN_ORIGIN']);
      expect(came.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(await upgradeStatus(streamUrl, evil.headers)).toBe(403);
  });

  it.each(['null', 'https://shop.example.evil.example', 'http://shop.example'])(
    'is one of %s',
    async (origin) => {
      expect(codeOf(await server.visitor('till', origin).post(generate))).toEqual([403, 'FOREIGN_ORIGIN']);
    },
  );
});

describe('a page of a listed origin', () => {
  it('may ask, and is told so before', async () => {
    const came = await server.visitor('till').ask('OPTIONS', generate, {
      headers: { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization' },
    });
    expect(came.status).toBe(204);
    expect(came.headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(came.headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(came.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('reads what went wrong, too', async () => {
    const came = await server.visitor('till').post(generate, 'x'.repeat(300_000));
    expect(codeOf(came)).toEqual([413, 'BODY_TOO_LARGE']);
    expect(came.headers.get('access-control-allow-origin')).toBe(SHOP);
  });

  it('cannot say who its visitor is', async () => {
    const { body } = await server.visitor('till').post(generate, { user: { id: 'the-manager' } });
    const ticket: unknown = JSON.parse(Buffer.from(body.token.split('.')[0] ?? '', 'base64url').toString());
    expect(ticket).toMatchObject({ u: `dl_${body.conversationId}` });
  });
});

describe('without a page and without the secret', () => {
  it('nobody gets a token', async () => {
    const script = server.visitor('stranger', null);
    expect(codeOf(await script.post(generate))).toEqual([401, 'SECRET_MISSING']);
    expect(codeOf(await script.post(generate, undefined, 'not-the-secret'))).toEqual([401, 'TOKEN_BAD']);
  });
});

const ANY_TICKET = {
  kind: 'access',
  conversationId: 'c',
  userId: 'u',
  origin: null,
  expiresAt: Number.MAX_SAFE_INTEGER,
} as const;
