/** Opening and closing the door. */

import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import type { Config } from './config.ts';

/** Resolves with the address under which the server is reached from this machine. */
export async function listen(server: Server, config: Pick<Config, 'host' | 'port'>): Promise<string> {
  const { host, port } = config;
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(explain(error, host, port))),
    );
    server.listen(port, host, resolve);
  });
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

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or set PORT to another one.`;
    case 'EACCES':
      return `Port ${port} may not be used by this account. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `KEYTURN_HOST ${host} is no address of this machine.`;
    default:
      return `Cannot listen on ${host}:${port} (${error.code ?? error.name}).`;
  }
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
