/** The session of our own chat: it goes on where this device, or this person, was. */

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokens } from '../../src/channels/direct-line/tokens.ts';
import {
  type Came,
  messagesOf,
  SECRETS,
  SHOP,
  said,
  type Visitor,
  type WebServer,
  webServer,
} from './web-server.ts';

let server: WebServer;
let chat: Visitor;
const MANY = { burst: 1_000_000, perSecond: 1_000_000 };
beforeAll(async () => {
  server = await webServer({ web: { limits: { opening: MANY } } });
  chat = server.visitor('till', server.url);
});
afterAll(() => server.close());

const session = (body?: unknown): Promise<Came> => chat.post('/chat/session', body);
const hmacOf = (id: string): string =>
  createHmac('sha256', SECRETS.KEYTURN_IDENTITY_SECRET).update(id).digest('hex');
const personOf = (id: string) => ({ id, name: 'Una', hmac: hmacOf(id) });

describe('a device', () => {
  it('that comes first gets a conversation of its own, and what the buttons of the chat say', async () => {
    const { status, headers, body } = await session({});
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      conversationId: expect.stringMatching(/^[\w-]{22}$/),
      userId: `dl_${body.conversationId}`,
      token: expect.any(String),
      expires_in: 1_800,
      resume: expect.any(String),
      renewed: true,
      sayings: { restart: 'start over', human: 'a human, please' },
    });
    expect((await session()).body.conversationId).not.toBe(body.conversationId);
  });

  it('that comes back within a month goes on with it', async () => {
    const { body: first } = await session({});
    await chat.post(messagesOf(first.conversationId), said('it beeps'), first.token);
    server.clock.now += 30 * 86_400_000 - 1;
    const { body: back } = await session({ resume: first.resume });
    expect(back).toMatchObject({
      conversationId: first.conversationId,
      userId: first.userId,
      renewed: false,
    });
    const read = await chat.ask('GET', messagesOf(first.conversationId), {
      headers: { Authorization: `Bearer ${back.token}` },
    });
    expect(JSON.stringify(read.body.activities)).toContain('it beeps');
    server.clock.now += 86_400_000;
    expect((await session({ resume: back.resume })).body.conversationId).toBe(first.conversationId);
  });

  it.each<[string, (body: Came['body']) => unknown]>([
    [
      'is too old',
      (body) => {
        server.clock.now += 30 * 86_400_000;
        return body.resume;
      },
    ],
    ['was altered', (body) => `x${body.resume}`],
    ['is the token of a conversation', (body) => body.token],
    ['is of another bot', (body) => createTokens('another').sign(ticketFor(body.conversationId))],
    ['is none', () => 'resume'],
    ['is null', () => null],
  ])('whose resume token %s begins anew, without an error', async (_, spoil) => {
    const { body: first } = await session({});
    const { status, body } = await session({ resume: spoil(first) });
    expect([status, body.renewed]).toEqual([200, true]);
    expect(body.conversationId).not.toBe(first.conversationId);
  });

  it('cannot speak with the token that resumes', async () => {
    const { body } = await session({});
    const came = await chat.post(messagesOf(body.conversationId), said('hello'), body.resume);
    expect([came.status, came.body.error.code]).toEqual([401, 'TOKEN_BAD']);
  });
});

describe('a person for whom the page vouches', () => {
  it('goes on with the same conversation on each of their devices', async () => {
    const { body: here } = await session({ person: personOf('una@shop.example') });
    await chat.post(messagesOf(here.conversationId), said('it beeps'), here.token);
    const { body: there } = await session({ person: personOf('una@shop.example') });
    const headers = { Authorization: `Bearer ${there.token}` };
    const read = await chat.ask('GET', messagesOf(there.conversationId), { headers });
    expect(JSON.stringify(read.body.activities)).toContain('it beeps');
    expect(there).toMatchObject({ conversationId: here.conversationId, userId: here.userId, renewed: true });
    const { body: back } = await session({ resume: here.resume, person: personOf('una@shop.example') });
    expect(back).toMatchObject({ conversationId: here.conversationId, renewed: false });
    expect((await session({ person: personOf('ida@shop.example') })).body.conversationId).not.toBe(
      here.conversationId,
    );
  });

  it('cannot be read out of the ids', async () => {
    const { body } = await session({ person: personOf('una@shop.example') });
    expect(JSON.stringify(body)).not.toContain('una');
    const payload = body.token.split('.')[0] ?? '';
    expect(Buffer.from(payload, 'base64url').toString()).not.toContain('una');
  });

  it('takes the conversation of the device to nobody else: signed out, it begins anew', async () => {
    const { body: hers } = await session({ person: personOf('una@shop.example') });
    const { body } = await session({ resume: hers.resume });
    expect(body.renewed).toBe(true);
    expect(body.conversationId).not.toBe(hers.conversationId);
  });

  it.each([
    ['of another person', { ...personOf('una'), hmac: hmacOf('ida') }],
    ['that is none', { id: 'una', hmac: '' }],
    ['of another secret', { id: 'una', hmac: createHmac('sha256', 'guessed').update('una').digest('hex') }],
  ])('is refused with an hmac %s', async (_, person) => {
    const { status, body } = await session({ person });
    expect([status, body.error.code]).toEqual([401, 'BAD_IDENTITY']);
  });

  it('is refused where no secret was agreed on, which says what to do', async () => {
    const bare = await webServer({ env: { KEYTURN_IDENTITY_SECRET: '' } });
    const { status, body } = await bare
      .visitor('till', bare.url)
      .post('/chat/session', { person: personOf('una') });
    expect([status, body.error.code]).toEqual([401, 'BAD_IDENTITY']);
    expect(body.error.message).toContain('KEYTURN_IDENTITY_SECRET');
    await bare.close();
  });
});

describe('who may ask for a session', () => {
  it('is our own page alone, not even a listed one', async () => {
    const { status, body } = await server.visitor('till', SHOP).post('/chat/session', {});
    expect([status, body.error.code]).toEqual([403, 'FOREIGN_ORIGIN']);
  });

  it.each([
    ['a list', []],
    ['a number to resume', { resume: 1 }],
    ['a person without an hmac', { person: { id: 'una' } }],
    ['a person without an id', { person: { id: '', hmac: '' } }],
  ])('is told what to send in place of %s', async (_, body) => {
    const came = await session(body);
    expect([came.status, came.body.error.code]).toEqual([400, 'BAD_BODY']);
  });
});

describe('another server', () => {
  it('gets a token for its user with the secret, for as many as it likes', async () => {
    const theirs = server.visitor('192.0.2.1', null);
    for (let user = 0; user < 40; user++) {
      const { status, body } = await theirs.post(
        '/v3/directline/tokens/generate',
        { user: { id: `customer ${user}` } },
        SECRETS.KEYTURN_DIRECTLINE_SECRET,
      );
      expect(status).toBe(200);
      const claims: unknown = JSON.parse(Buffer.from(body.token.split('.')[0] ?? '', 'base64url').toString());
      expect(claims).toMatchObject({ u: `customer ${user}`, o: null });
    }
  });

  it('keeps conversation and user where the token is refreshed, and is told to send a token for that', async () => {
    const theirs = server.visitor('192.0.2.1', null);
    const refresh = '/v3/directline/tokens/refresh';
    const secret = SECRETS.KEYTURN_DIRECTLINE_SECRET;
    const { body: first } = await theirs.post(
      '/v3/directline/tokens/generate',
      { user: { id: 'c' } },
      secret,
    );
    server.clock.now += 20 * 60_000;
    const { body: next } = await theirs.post(refresh, undefined, first.token);
    expect(next).toMatchObject({ conversationId: first.conversationId, expires_in: 1_800 });
    server.clock.now += 20 * 60_000;
    expect((await theirs.post(messagesOf(first.conversationId), said('hello'), next.token)).status).toBe(200);
    expect((await theirs.post(refresh, undefined, secret)).status).toBe(400);
  });
});

const ticketFor = (conversationId: string) =>
  ({
    kind: 'resume',
    conversationId,
    userId: 'u',
    origin: null,
    expiresAt: Number.MAX_SAFE_INTEGER,
  }) as const;
