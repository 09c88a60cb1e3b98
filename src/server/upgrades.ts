/** WebSockets: from the HTTP server to whoever takes them, and a plain answer to those that nobody takes. */

import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { fault, type WebAnswer } from '../channels/direct-line/exchange.ts';
import { type Log, loggedError } from '../ports.ts';

/** Takes a connection over (null), or says what to answer on it. */
export type TakeUpgrade = (raw: IncomingMessage, socket: Duplex, head: Buffer) => Promise<WebAnswer | null>;

/** Wires upgrades of `server` to `take`. */
export function listenForUpgrades(server: Server, take: TakeUpgrade, log: Log): void {
  server.server.on('upgrade', (raw: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (raw.headers.upgrade?.toLowerCase() !== 'websocket') {
      readAgain(server, raw, socket, head);
      return;
    }
    // A client that is gone before it was answered is no fault of ours.
    socket.on('error', () => socket.destroy());
    take(raw, socket, head).then(
      (refusal) => {
        if (refusal !== null) answerOn(socket, refusal);
      },
      (error: unknown) => {
        log.error(loggedError(error), 'A stream could not be opened.');
        answerOn(socket, fault(500, 'INTERNAL', 'Something went wrong on our side; try again.'));
      },
    );
  });
}

/**
 * Whoever listens for upgrades gets all of them, also the offers to go on in HTTP/2 that some clients make with their
 * first request and that a server may pass over. So that request is read again, without the offer.
 */
function readAgain(server: Server, raw: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = raw;
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 1 || /^(?:upgrade|connection|http2-settings)$/i.test(name)
      ? []
      : [`${name}: ${rawHeaders[index + 1]}\r\n`],
  );
  const text = `${method} ${url} HTTP/${httpVersion}\r\n${lines.join('')}\r\n`;
  socket.unshift(Buffer.concat([Buffer.from(text, 'latin1'), head]));
  server.server.emit('connection', socket);
}

/** No response object exists for an upgrade, so the answer is written out; the connection ends with it. */
function answerOn(socket: Duplex, { status, body, headers }: WebAnswer): void {
  if (socket.destroyed || !socket.writable) return;
  const text = body === null ? '' : JSON.stringify(body);
  const lines = Object.entries({
    ...headers,
    Connection: 'close',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${text}`, () =>
    socket.destroy(),
  );
}
