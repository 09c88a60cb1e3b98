/** WebSockets: from the HTTP server to whoever takes them, and a plain answer to those that nobody takes. */

import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { fault, type WebAnswer } from '../channels/direct-line/exchange.ts';
import type { Log } from '../ports.ts';

/** Takes a connection over (null), or says what to answer on it. */
export type TakeUpgrade = (raw: IncomingMessage, socket: Duplex, head: Buffer) => Promise<WebAnswer | null>;

/** Wires upgrades of `server` to `take`. */
export function listenForUpgrades(server: Server, take: TakeUpgrade, log: Log): void {
  server.server.on('upgrade', (raw: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A client that is gone before it was answered is no fault of ours.
    socket.on('error', () => socket.destroy());
    take(raw, socket, head).then(
      (refusal) => {
        if (refusal !== null) answerOn(socket, refusal);
      },
      (error: unknown) => {
        log.error(
          { error: error instanceof Error ? error.name : typeof error },
          'A stream could not be opened.',
        );
        answerOn(socket, fault(500, 'INTERNAL', 'Something went wrong on our side; try again.'));
      },
    );
  });
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
