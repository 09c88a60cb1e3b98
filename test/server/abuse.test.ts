/** What strangers do by the thousand, what they are told, and that everybody else is served meanwhile. */

import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  type Came,
  messagesOf,
  said,
  upgradeStatus,
  type Visitor,
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

/** The same request so many times, as fast as ten connections take it: nothing waits for an answer. */
async function flooded(times: number, visitor: Visitor, path: string, body: string, token = '') {
  const { hostname, port } = new URL(server.url);
  const headers = {
    Host: new URL(server.url).host,
    ...visitor.headers,
    ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
  const last = request.replace('\r\n', '\r\nConnection: close\r\n');
  const floods = Array.from({ length: 10 }, async () => {
    const socket = connect(Number(port), hostname);
    socket.end(request.repeat(times / 10 - 1) + last);
    return Buffer.concat(await socket.toArray()).toString();
  });
  const statuses: Record<string, number> = {};
  for (const [, status = ''] of (await Promise.all(floods)).join('').matchAll(/HTTP\/1\.1 (\d{3})/g))
    statuses[status] = (statuses[status] ?? 0) + 1;
  return statuses;
}

describe('one address that opens ten thousand conversations', () => {
  it('gets thirty, then one each two seconds; everybody else gets theirs', async () => {
    const stranger = server.visitor('192.0.2.7');
    const flood = flooded(10_000, stranger, generate, '{}');
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

  it('is everybody behind a proxy that is not trusted, which the log says once', async () => {
    const lines: string[] = [];
    const note = (_: unknown, message: string) => void lines.push(message);
    const bare = await webServer({
      env: { KEYTURN_TRUST_PROXY: '' },
      log: { info: note, warn: note, error: note },
    });
    expect(await counted(40, (index) => bare.visitor(`198.51.100.${index}`).post(generate))).toEqual({
      200: 30,
      429: 10,
    });
    expect(lines.filter((line) => line.includes('KEYTURN_TRUST_PROXY'))).toHaveLength(1);
    await bare.close();
  });

  it('goes on with one that it has as often as it sends messages', async () => {
    const stranger = server.visitor('192.0.2.9', server.url);
    const { body } = await stranger.post('/chat/session', {});
    const resume = JSON.stringify({ resume: body.resume });
    expect(await flooded(500, stranger, '/chat/session', resume)).toEqual({ 200: 299, 429: 201 });
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
    const message = JSON.stringify(said('it beeps'));
    const flood = flooded(1_000, stranger, messagesOf(theirs.id), message, theirs.token);
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

describe('a conversation that is read over and over', () => {
  it('is answered sixty times, also where streams are opened for it; everybody else goes on reading', async () => {
    const stranger = server.visitor('192.0.2.7');
    const theirs = await stranger.open();
    const headers = { Authorization: `Bearer ${theirs.token}` };
    expect(await counted(1_000, () => stranger.ask('GET', messagesOf(theirs.id), { headers }))).toEqual({
      200: 60,
      429: 940,
    });
    expect(await upgradeStatus(theirs.streamUrl, stranger.headers)).toBe(429);
    const refused = await stranger.ask('GET', messagesOf(theirs.id), { headers });
    expect(codeOf(refused)).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(refused.headers.get('retry-after')).toBe('1');

    const till = server.visitor('192.0.2.7');
    const ours = await till.open();
    const bearer = { Authorization: `Bearer ${ours.token}` };
    expect((await till.ask('GET', messagesOf(ours.id), { headers: bearer })).status).toBe(200);
    server.clock.now += 1_000;
    expect(await upgradeStatus(theirs.streamUrl, stranger.headers)).toBe(101);
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

describe('a file without end', () => {
  it('is refused before it is sent, or once it is too long; a photo is taken', async () => {
    const stranger = server.visitor('192.0.2.7');
    const { id, token } = await stranger.open();
    const path = `/v3/directline/conversations/${id}/upload`;
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'image/jpeg' };
    const { hostname, port } = new URL(server.url);
    const lines = Object.entries({
      Host: 'bot',
      ...stranger.headers,
      ...headers,
      'Content-Length': '99999999',
    });
    const socket = connect(Number(port), hostname);
    socket.write(`POST ${path} HTTP/1.1\r\n${lines.map((line) => `${line.join(': ')}\r\n`).join('')}\r\n`);
    expect(Buffer.concat(await socket.toArray()).toString()).toMatch(/^HTTP\/1.1 413 .*"BODY_TOO_LARGE"/s);

    const piece = new Uint8Array(1_048_576);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(stream) {
        pulled += 1;
        stream.enqueue(piece);
      },
    });
    const sent = stranger.ask('POST', path, { headers, body: endless });
    expect(
      await sent.then(
        ({ status }) => status,
        () => 'cut off',
      ),
    ).toSatisfy((end) => end === 413 || end === 'cut off');
    expect(pulled).toBeGreaterThan(64);
    const photo = new Blob([new Uint8Array(5_000_000)]).stream();
    expect((await stranger.ask('POST', path, { headers, body: photo })).status).toBe(200);
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
