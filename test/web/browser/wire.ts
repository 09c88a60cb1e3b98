/**
 * The line between a browser and the bot, with the faults that lines have: it is down, it cuts WebSockets, it lets
 * none through, it loses answers. Nothing of it hangs on the clock: faults come by bytes and by requests.
 */

import {
  createServer,
  type IncomingMessage,
  type RequestOptions,
  request,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Wire {
  /** Where browsers reach the bot. */
  readonly url: string;
  /** Leads to a bot that listens at this address, from now on. */
  leadTo(url: string): void;
  /** Cuts everything, and lets nothing through until it is up again. */
  goDown(): void;
  comeUp(): void;
  /** False: each attempt to open a WebSocket is answered with an error, as some proxies of companies do. */
  letWebSocketsThrough(let_: boolean): void;
  /** Cuts the WebSockets that are open. */
  cutWebSockets(): void;
  /**
   * Asked for each WebSocket that opens: after how many bytes from the bot it is cut, from 0; null: never. Bytes of
   * the handshake do not count.
   */
  cutWebSocketsAfter(bytes: () => number | null): void;
  /** Takes requests of this kind to the bot, and cuts the line when the answer comes. */
  loseAnswers(of: (method: string, path: string) => boolean): void;
  /** How many WebSockets were opened, how many of them are open, and how many the line has cut. */
  readonly webSockets: { opened: number; open: number; cut: number };
  close(): Promise<void>;
}

/** Leads to nowhere at first. */
export async function openWire(): Promise<Wire> {
  let target: RequestOptions = {};
  let up = true;
  let letThrough = true;
  let bytesUntilCut: () => number | null = () => null;
  let isLost: (method: string, path: string) => boolean = () => false;
  const connections = new Set<Socket>();
  const streams = new Set<() => void>();
  const webSockets = { opened: 0, open: 0, cut: 0 };

  const server = createServer((incoming, outgoing) => forward(incoming, outgoing));
  server.on('connection', (socket) => {
    if (!up) return void socket.resetAndDestroy();
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });

  function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = 'GET', url = '/', headers } = incoming;
    const cut = (): void => void incoming.socket.resetAndDestroy();
    const passed = request({ ...target, method, path: url, headers }, (answer) => {
      if (isLost(method, url)) {
        answer.resume();
        return void answer.once('end', cut);
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    passed.once('error', cut);
    incoming.pipe(passed);
  }

  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!letThrough) return void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    openStream(incoming, socket, head);
  });

  function openStream(incoming: IncomingMessage, near: Duplex, head: Buffer): void {
    const far = connect(Number(target.port), String(target.host));
    const end = (): void => {
      near.destroy();
      far.destroy();
      if (streams.delete(cut)) webSockets.open -= 1;
    };
    const cut = (): void => {
      webSockets.cut += 1;
      end();
    };
    streams.add(cut);
    webSockets.opened += 1;
    webSockets.open += 1;
    for (const side of [near, far]) side.on('error', end).once('close', end);
    far.write(`${[`GET ${incoming.url} HTTP/1.1`, ...headerLines(incoming)].join('\r\n')}\r\n\r\n`);
    far.write(head);
    near.pipe(far);
    passOn(far, near, bytesUntilCut(), cut);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cutStreams = (): void => {
    for (const cut of [...streams]) cut();
  };
  const cutAll = (): void => {
    cutStreams();
    for (const socket of connections) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    webSockets,
    leadTo(url) {
      const { hostname, port } = new URL(url);
      target = { host: hostname, port };
    },
    goDown() {
      up = false;
      cutAll();
    },
    comeUp() {
      up = true;
    },
    letWebSocketsThrough(let_) {
      letThrough = let_;
    },
    cutWebSockets: cutStreams,
    cutWebSocketsAfter(bytes) {
      bytesUntilCut = bytes;
    },
    loseAnswers(of) {
      isLost = of;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cutAll();
      }),
  };
}

const headerLines = ({ rawHeaders }: IncomingMessage): string[] =>
  rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));

/** Passes bytes on, and cuts in the middle of whatever they are once there were as many; the handshake goes whole. */
function passOn(far: Socket, near: Duplex, bytes: number | null, cut: () => void): void {
  let left = bytes ?? Number.POSITIVE_INFINITY;
  let handshake = '';
  const passStream = (chunk: Buffer): void => {
    near.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) near.end(cut);
  };
  const passHandshake = (chunk: Buffer): void => {
    handshake += chunk.toString('latin1');
    const end = handshake.indexOf('\r\n\r\n');
    if (end < 0) return;
    near.write(handshake.slice(0, end + 4), 'latin1');
    far.off('data', passHandshake).on('data', passStream);
    passStream(Buffer.from(handshake.slice(end + 4), 'latin1'));
  };
  far.on('data', passHandshake);
}
