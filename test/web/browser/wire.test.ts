import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { openWire, type Wire } from './wire.ts';

/** Says back what it hears, over HTTP and over a WebSocket. */
const server = createServer((request, response) => request.pipe(response));
const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(String(data))));

let wire: Wire;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  wire = await openWire();
  wire.leadTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await wire.close();
  sockets.close();
  server.close();
});

const say = async (text: string): Promise<string> => {
  const response = await fetch(`${wire.url}/echo`, { method: 'POST', body: text });
  return await response.text();
};

/** What comes back of the texts until the WebSocket is closed, or all are back. */
function stream(texts: readonly string[]): Promise<string[]> {
  return new Promise((resolve) => {
    const heard: string[] = [];
    const socket = new WebSocket(wire.url.replace('http', 'ws'));
    socket.on('open', () => texts.forEach((text) => void socket.send(text)));
    socket.on('message', (data) => {
      heard.push(String(data));
      if (heard.length === texts.length) socket.close();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

describe('a line with faults', () => {
  it('passes on what comes, while it has none', async () => {
    expect(await say('hello')).toBe('hello');
    expect(await stream(['a', 'b'])).toEqual(['a', 'b']);
  });

  it('is down until it comes up', async () => {
    wire.goDown();
    await expect(say('hello')).rejects.toThrow();
    wire.comeUp();
    expect(await say('hello')).toBe('hello');
  });

  it('lets no WebSocket through', async () => {
    wire.letWebSocketsThrough(false);
    expect(await stream(['a'])).toEqual([]);
    expect(await say('hello')).toBe('hello');
    wire.letWebSocketsThrough(true);
  });

  it('cuts a WebSocket within a message', async () => {
    const cutBefore = wire.webSockets.cut;
    // A short message is two bytes longer on the wire: the second is cut in its middle.
    wire.cutWebSocketsAfter(() => 2 + 5 + 4);
    expect(await stream(['first', 'second', 'third'])).toEqual(['first']);
    expect(wire.webSockets.cut - cutBefore).toBe(1);
    wire.cutWebSocketsAfter(() => null);
  });

  it('loses the answer of a request that has arrived', async () => {
    wire.loseAnswers((method, path) => method === 'POST' && path === '/echo');
    await expect(say('hello')).rejects.toThrow();
    wire.loseAnswers(() => false);
    expect(await say('hello')).toBe('hello');
  });
});
