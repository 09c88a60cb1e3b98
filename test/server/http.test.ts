import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../../src/server/http.ts';
import { closeServer, listen } from '../../src/server/listening.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { gate } from '../gate.ts';
import { activity, silentLog, type TinyServer, textsIn, tinyServer } from './tiny-bot.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await tinyServer();
});
afterAll(() => server.close());

const fault = (code: string) => ({ error: { code, message: expect.any(String) } });
const json = (change: Record<string, unknown>) => JSON.stringify(activity(change));

describe('POST /api/messages', () => {
  it('answers a message', async () => {
    const { status, body } = await server.post(json({ conversation: { id: 'answers' }, text: 'it beeps' }));
    expect(status).toBe(200);
    expect(textsIn(body)).toEqual(['1: it beeps']);
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['no JSON', '{', {}, 400, 'BAD_JSON'],
    ['nothing', '', {}, 400, 'BAD_JSON'],
    ['an empty object', '{}', {}, 400, 'BAD_ACTIVITY'],
    ['null', 'null', {}, 400, 'BAD_ACTIVITY'],
    ['a list', '[]', {}, 400, 'BAD_ACTIVITY'],
    ['a message without an id', json({ id: undefined }), {}, 400, 'BAD_ACTIVITY'],
    ['no type', json({ type: undefined }), {}, 400, 'BAD_ACTIVITY'],
    ['no conversation', json({ conversation: undefined }), {}, 400, 'BAD_ACTIVITY'],
    ['nobody who speaks', json({ from: {} }), {}, 400, 'BAD_ACTIVITY'],
    ['no channel', json({ channelId: undefined }), {}, 400, 'BAD_ACTIVITY'],
    ['a service address that is none', json({ serviceUrl: 'file:///etc/passwd' }), {}, 400, 'BAD_ACTIVITY'],
    ['a control character in an id', json({ id: 'a\u0000b' }), {}, 400, 'BAD_ACTIVITY'],
    ['a number where a text belongs', json({ text: 7 }), {}, 400, 'BAD_ACTIVITY'],
    ['a form', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a compressed body', '{}', { 'Content-Encoding': 'gzip' }, 415, 'UNSUPPORTED_ENCODING'],
    ['brackets in brackets', `${'['.repeat(60_000)}${']'.repeat(60_000)}`, {}, 400, 'TOO_MANY_VALUES'],
    ['more than a megabyte', JSON.stringify({ text: 'x'.repeat(1_100_000) }), {}, 413, 'BODY_TOO_LARGE'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    expect(await server.post(body, headers)).toEqual({ status, body: fault(code) });
  });

  it('reads a body that comes in pieces of unknown length, up to its limit', async () => {
    const pieces = (count: number) =>
      new ReadableStream({
        start(controller) {
          for (let piece = 0; piece < count; piece++)
            controller.enqueue(new TextEncoder().encode(' '.repeat(100_000)));
          controller.enqueue(new TextEncoder().encode(json({ conversation: { id: 'pieces' } })));
          controller.close();
        },
      });
    const send = (count: number) =>
      fetch(`${server.url}/api/messages`, {
        method: 'POST',
        body: pieces(count),
        headers: { 'Content-Type': 'application/json' },
        duplex: 'half',
      } as RequestInit);
    expect((await send(5)).status).toBe(200);
    expect((await send(20)).status).toBe(413);
  });

  it('says what is wrong with an activity without quoting it', async () => {
    const { body } = await server.post(json({ serviceUrl: 'not an address', from: { id: '' } }));
    expect(body).toEqual({
      error: { code: 'BAD_ACTIVITY', message: 'Not a Bot Framework activity: look at serviceUrl, from.id.' },
    });
  });
});

describe('a bot without an app id that others can reach', () => {
  it('takes no activities, says what to do, and talks to people on the web', async () => {
    const closed = await tinyServer({ config: { takesActivities: false } });
    const { status, body } = await closed.post(json({}));
    expect([status, body]).toEqual([403, fault('BOT_FRAMEWORK_CLOSED')]);
    expect(JSON.stringify(body)).toContain('MicrosoftAppId');
    expect((await fetch(`${closed.url}/chat/session`, { method: 'POST' })).status).toBe(200);
    await closed.close();
  });
});

describe('other paths', () => {
  it.each([
    ['GET', '/nothing', 404, 'NOT_FOUND'],
    ['GET', '/api/messages', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/healthz', 405, 'METHOD_NOT_ALLOWED'],
  ])('%s %s is %d', async (method, path, status, code) => {
    const response = await fetch(server.url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(fault(code));
  });

  it.each([
    ['a Host that is none', 'GET /healthz HTTP/1.1\r\nHost: a b;c'],
    ['a port that is none', 'GET /healthz HTTP/1.1\r\nHost: bot:99999'],
    ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: bot'],
  ])('survives %s', async (_, head) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).end(`${head}\r\nConnection: close\r\n\r\n`);
    const chunks = await socket.toArray();
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1.1 400 .*"BAD_ADDRESS"/s);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('answers as ever whoever offers another protocol than WebSocket', async () => {
    const body = json({ conversation: { id: 'offers' }, text: 'it beeps' });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const offer =
      'Host: bot\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n';
    const type = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
    socket.write(`POST /api/messages HTTP/1.1\r\n${offer}${type}\r\n${body.slice(0, 20)}`);
    socket.write(body.slice(20));
    socket.write('GET /healthz HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n');
    const said = Buffer.concat(await socket.toArray()).toString();
    expect(said).toMatch(/^HTTP\/1.1 200 .*1: it beeps.*HTTP\/1.1 200 .*alive/s);
  });

  it('says that it is alive and ready', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});

describe('trouble inside', () => {
  it('says that it is not ready while the store cannot be reached', async () => {
    const store = { ...createMemoryStore(), ping: () => Promise.reject(new Error('disk gone')) };
    const broken = await tinyServer({ store });
    const response = await fetch(`${broken.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, fault('NOT_READY')]);
    await broken.close();
  });

  it('answers 500 without a word of what went wrong, and 2xx to nothing that was not kept', async () => {
    const lines: string[] = [];
    const note = (fields: unknown, message: string) => void lines.push(JSON.stringify(fields) + message);
    const store = { ...createMemoryStore(), commit: () => Promise.reject(new Error('my PIN is 4711')) };
    const broken = await tinyServer({ store, log: { info: note, warn: note, error: note } });
    const { status, body } = await broken.post(json({}));
    expect([status, body]).toEqual([500, fault('INTERNAL')]);
    expect(JSON.stringify(body) + lines.join()).not.toContain('4711');
    expect(lines).toHaveLength(1);
    await broken.close();
  });

  it('says which fault of the system or the store it was, for the operator', async () => {
    const logged: object[] = [];
    const note = (fields: object) => void logged.push(fields);
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const store = { ...createMemoryStore(), commit: () => Promise.reject(full) };
    const broken = await tinyServer({ store, log: { info: note, warn: note, error: note } });
    expect((await broken.post(json({}))).status).toBe(500);
    expect(logged).toEqual([{ error: 'Error', code: 'SQLITE_FULL' }]);
    await broken.close();
  });

  it('makes no fault of its own of clients that go away while they send', async () => {
    const logged: string[] = [];
    const note = (_: object, text: string) => void logged.push(text);
    const watched = await tinyServer({ log: { info: note, warn: note, error: note } });
    const { hostname, port } = new URL(watched.url);
    const type = 'Content-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n';
    for (const path of ['/api/messages', '/chat/session']) {
      const socket = connect(Number(port), hostname);
      socket.write(`POST ${path} HTTP/1.1\r\nHost: bot\r\n${type}\r\n{`);
      // It waits for the rest now.
      await new Promise((resolve) => socket.once('data', resolve));
      socket.resetAndDestroy();
    }
    await watched.close();
    expect(logged).toEqual([]);
  });

  it('keeps nothing for whoever asks for much and does not read it', async () => {
    const bytes = Buffer.alloc(50_000_000);
    const answer = async () => ({ status: 200, bytes, headers: {} });
    const http = createHttpServer([{ methods: ['get'], path: '/much', answer }], silentLog, 50);
    const { port } = new URL(await listen(http, { host: '127.0.0.1', port: 0 }, silentLog));
    const cut = new Promise((resolve) =>
      http.server.once('connection', (connection) => connection.once('close', resolve)),
    );
    const socket = connect(Number(port), '127.0.0.1').pause();
    socket.on('error', () => undefined);
    socket.write('GET /much HTTP/1.1\r\nHost: bot\r\n\r\n');
    await cut;
    socket.destroy();
    await closeServer(http);
  });

  it('does not wait for ever for a request that never ends when it is told to stop', async () => {
    const http = createHttpServer([], silentLog);
    const { port } = new URL(await listen(http, { host: '127.0.0.1', port: 0 }, silentLog));
    const begun = new Promise((resolve) => http.server.once('connection', resolve));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: b');
    const cut = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    await begun;
    await closeServer(http, 10);
    await cut;
  });

  it('finishes a turn that runs when it is told to stop, and takes no further one', async () => {
    const held = gate();
    const begun = gate();
    const memory = createMemoryStore();
    const store = {
      ...memory,
      load: async (conversation: string) => {
        begun.open();
        await held.opened;
        return await memory.load(conversation);
      },
    };
    const stopping = await tinyServer({ store });
    const answer = stopping.post(json({}));
    await begun.opened;
    const closed = stopping.close();
    await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow();
    held.open();
    expect((await answer).status).toBe(200);
    await closed;
  });
});
