/** Who is let into a conversation over Direct Line, and what everybody else is told. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ask, begin, lines, SECRET, type Talk } from './line.ts';
import { type LineServer, lineServer } from './line-server.ts';

let server: LineServer;
let url: string;
beforeAll(async () => {
  server = await lineServer();
  url = server.url;
});
afterAll(() => server.close());

const message = { type: 'message', text: 'hi' };

describe('whoever calls', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await begin(url);
  });

  it.each<[string, () => string | null, number, string]>([
    ['without a token', () => null, 401, 'TOKEN_MISSING'],
    ['with nonsense', () => 'nonsense', 401, 'TOKEN_BAD'],
    ['with an altered token', () => `${talk.token.slice(0, -1)}_`, 401, 'TOKEN_BAD'],
  ])('%s is told what to do, wherever it is', async (_, token, status, code) => {
    const refusal = [status, { error: { code, message: expect.stringContaining('/tokens/generate') } }];
    for (const [method, path] of [
      ['POST', '/conversations'],
      ['GET', `/conversations/${talk.id}`],
      ['GET', `/conversations/${talk.id}/activities`],
      ['POST', `/conversations/${talk.id}/activities`],
      ['POST', `/conversations/${talk.id}/upload`],
    ]) {
      const answer = await ask(url, path!, { method: method!, token: token() });
      expect([answer.status, answer.body]).toEqual(refusal);
    }
  });

  it('has a token of another conversation neither reads nor speaks in this one', async () => {
    const other = await begin(url);
    for (const method of ['GET', 'POST']) {
      const { status, body } = await ask(url, `/conversations/${talk.id}/activities`, {
        method,
        token: other.token,
      });
      expect([status, body.error.code]).toEqual([403, 'OTHER_CONVERSATION']);
    }
    expect(lines((await talk.read()).activities)).toEqual(['bot: 1: joined']);
  });

  it('knows the secret reads and speaks everywhere', async () => {
    const path = `/conversations/${talk.id}/activities`;
    expect((await ask(url, path, { token: SECRET, body: message })).status).toBe(200);
    expect(lines((await ask(url, path, { token: SECRET })).body.activities).slice(1)).toEqual([
      'user: hi',
      'bot: 2: hi',
    ]);
  });

  it.each<[string, string, number, string]>([
    ['DELETE', '', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/x', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/x/stream', 426, 'UPGRADE_REQUIRED'],
    ['GET', '/x/nothing', 404, 'NOT_FOUND'],
    ['GET', '/%', 404, 'NOT_FOUND'],
    ['GET', `/${'x'.repeat(501)}`, 404, 'NOT_FOUND'],
    ['GET', '/a%20b/activities', 404, 'NOT_FOUND'],
  ])('asks %s /conversations%s is told that it does not exist', async (method, path, status, code) => {
    const answer = await ask(url, `/conversations${path}`, { method });
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it.each<[string, () => string, number]>([
    ['without a token', () => talk.streamUrl.replace(/t=.*/, ''), 401],
    ['with an altered token', () => `${talk.streamUrl.slice(0, -1)}_`, 401],
    ['with the secret in the address', () => talk.streamUrl.replace(/t=.*/, `t=${SECRET}`), 401],
    ['to another conversation', () => talk.streamUrl.replace(talk.id, 'another'), 403],
    ['to no conversation', () => talk.streamUrl.replace('/stream', '/activities'), 404],
  ])('connects %s is refused', async (_, address, status) => {
    const socket = new WebSocket(address());
    const refused = await new Promise<number | undefined>((resolve, reject) => {
      socket.once('unexpected-response', (__, response) => resolve(response.statusCode));
      socket.once('open', () => reject(new Error('It was let in.')));
    });
    socket.on('error', () => undefined);
    socket.terminate();
    expect(refused).toBe(status);
  });
});
