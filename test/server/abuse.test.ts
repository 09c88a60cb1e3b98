/** What strangers do, what they are told, and that everybody else is served meanwhile. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createTokens } from '../../src/channels/direct-line/tokens.ts';
import { type Came, messagesOf, SECRETS, SHOP, said, type WebServer, webServer } from './web-server.ts';

let server: WebServer;
beforeEach(async () => {
  server = await webServer();
});
afterEach(() => server.close());

const codeOf = ({ status, body }: Came) => [status, body?.error?.code];
const generate = '/v3/directline/tokens/generate';

/** Does it so many times, some at once, and counts the answers by their status. */
async function counted(times: number, once: (index: number) => Promise<{ status: number }>) {
  const statuses: Record<number, number> = {};
  let begun = 0;
  const goOn = async (): Promise<void> => {
    while (begun < times) {
      const { status } = await once(begun++);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 20 }, goOn));
  return statuses;
}

/** The status with which a WebSocket is refused; 101: it is open. */
const upgradeStatus = (url: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.once('error', reject);
  });

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

describe('one address that opens ten thousand conversations', () => {
  it('gets thirty, then one each two seconds; everybody else gets theirs', async () => {
    const stranger = server.visitor('192.0.2.7');
    const flood = counted(10_000, () => stranger.post(generate));
    const others = await counted(100, (index) => server.visitor(`198.51.100.${index}`).post(generate));
    expect(others).toEqual({ 200: 100 });
    expect(await flood).toEqual({ 200: 30, 429: 9_970 });

    const refused = await stranger.post('/chat/session', {});
    expect(refused.status).toBe(403);
    const again = await stranger.post(generate);
    expect(codeOf(again)).toEqual([429, 'TOO_MANY_CONVERSATIONS']);
    expect(again.headers.get('retry-after')).toBe('2');
    server.clock.now += 2_000;
    expect((await stranger.post(generate)).status).toBe(200);
  });

  it('is one address with all the addresses of its IPv6 network, and whatever it says of itself', async () => {
    const addresses = (index: number) => `203.0.113.${index}, 2001:db8:1:2:${index.toString(16)}::1`;
    expect(await counted(100, (index) => server.visitor(addresses(index)).post(generate))).toEqual({
      200: 30,
      429: 70,
    });
    expect((await server.visitor('2001:db8:1:3::1').post(generate)).status).toBe(200);
  });

  it('has as few through the chat as through tokens', async () => {
    const stranger = server.visitor('192.0.2.8', server.url);
    expect(
      await counted(50, (index) => stranger.post(index % 2 === 0 ? generate : '/chat/session', {})),
    ).toEqual({
      200: 30,
      429: 20,
    });
  });
});

describe('a thousand messages at once', () => {
  it('are twenty of one conversation; everybody else is answered', async () => {
    const stranger = server.visitor('192.0.2.7');
    const theirs = await stranger.open();
    const flood = counted(1_000, (index) =>
      stranger.post(messagesOf(theirs.id), said(`${index}`), theirs.token),
    );
    const till = server.visitor('198.51.100.1');
    const ours = await till.open();
    for (const text of ['it beeps', 'still', 'now not'])
      expect((await till.post(messagesOf(ours.id), said(text), ours.token)).status).toBe(200);
    // Beginning the conversation was one of the twenty.
    expect(await flood).toEqual({ 200: 19, 429: 981 });

    const refused = await stranger.post(messagesOf(theirs.id), said('more'), theirs.token);
    expect(codeOf(refused)).toEqual([429, 'TOO_MANY_MESSAGES']);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
    const headers = { Authorization: `Bearer ${theirs.token}` };
    expect((await stranger.ask('GET', messagesOf(theirs.id), { headers })).status).toBe(200);
    server.clock.now += 1_000;
    expect(
      await counted(10, () => stranger.post(messagesOf(theirs.id), said('later'), theirs.token)),
    ).toEqual({
      200: 2,
      429: 8,
    });
  });
});

describe('messages of a megabyte', () => {
  it('are refused, whether their size is announced or not; everybody else is answered', async () => {
    const stranger = server.visitor('192.0.2.7');
    const theirs = await stranger.open();
    const large = said('x'.repeat(1_048_576));
    const flood = counted(10, () => stranger.post(messagesOf(theirs.id), large, theirs.token));
    const till = server.visitor('198.51.100.1');
    const ours = await till.open();
    expect((await till.post(messagesOf(ours.id), said('it beeps'), ours.token)).status).toBe(200);
    expect(await flood).toEqual({ 413: 10 });

    const pieces = new Blob([JSON.stringify(large)]).stream();
    const unannounced = await stranger.ask('POST', messagesOf(theirs.id), {
      body: pieces,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${theirs.token}` },
    });
    expect(codeOf(unannounced)).toEqual([413, 'BODY_TOO_LARGE']);
    expect(unannounced.body.error.message).toContain('262144');
  });

  it('may be a quarter of that', async () => {
    const till = server.visitor('198.51.100.1');
    const { id, token } = await till.open();
    expect((await till.post(messagesOf(id), said('x'.repeat(250_000)), token)).status).toBe(200);
  });
});

describe('streams', () => {
  it('are five of one conversation; closing one makes room', async () => {
    const till = server.visitor('198.51.100.1');
    const { streamUrl } = await till.open();
    const sockets = Array.from(
      { length: 5 },
      () => new WebSocket(streamUrl, { headers: { ...till.headers } }),
    );
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))));
    expect(await upgradeStatus(streamUrl, till.headers)).toBe(429);
    expect(await upgradeStatus((await till.open()).streamUrl, till.headers)).toBe(101);
    sockets[0]?.close();
    // The server learns of it in its own time.
    let status = 429;
    while (status === 429) status = await upgradeStatus(streamUrl, till.headers);
    expect(status).toBe(101);
  });
});

const ANY_TICKET = {
  kind: 'access',
  conversationId: 'c',
  userId: 'u',
  origin: null,
  expiresAt: Number.MAX_SAFE_INTEGER,
} as const;
