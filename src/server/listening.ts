/** Opening and closing the door. */

import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import { type Log, loggedError } from '../ports.ts';
import type { Config } from './config.ts';
import { codeOf } from './system-problems.ts';

/** The system does not let the server listen; `code` says why: `EADDRINUSE`. */
export class ListenFailed extends Error {
  override readonly name = 'ListenFailed';

  constructor(readonly code: string) {
    super(`The server cannot listen (${code}).`);
  }
}

/**
 * Resolves with the address under which the server is reached from this machine. Later errors of the socket, as where
 * too many connections are open, are logged.
 * @throws ListenFailed
 */
export async function listen(
  server: Server,
  { host, port }: Pick<Config, 'host' | 'port'>,
  log: Log,
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    // restify hands the errors of its socket on to listeners of its own, and without one of these they end the process.
    server.once('error', (error: unknown) => reject(new ListenFailed(codeOf(error) ?? 'unknown')));
    server.listen(port, host, resolve);
  });
  server.on('error', (error: unknown) => log.error(loggedError(error), 'The door of the server fails.'));
  const address = server.server.address();
  const actual = isAddress(address) ? address.port : port;
  return `http://${shownHost(host)}:${actual}`;
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function shownHost(host: string): string {
  if (host === '127.0.0.1' || host === '0.0.0.0' || host === '::' || host === '::1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** How often connections that have fallen idle are ended during a shutdown, in milliseconds; 10..1,000. */
const IDLE_CHECK_MS = 50;

/**
 * How long requests may take to end during a shutdown, in milliseconds. Range 0..10,000, default 5,000, half of what a
 * shutdown may take: somebody who sends a byte a minute must not keep the store from being closed in order. Whoever is
 * cut off then sends the same message again, and a turn that runs is finished all the same.
 */
const REQUESTS_END_MS = 5_000;

/** Takes no new connection, and waits for the requests that are being answered, though not for ever. */
export async function closeServer(server: Server, requestsEndMs: number = REQUESTS_END_MS): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), IDLE_CHECK_MS).unref();
  const overdue = setTimeout(() => server.server.closeAllConnections(), requestsEndMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.server.closeIdleConnections();
  });
  clearTimeout(overdue);
  clearInterval(sweep);
}
