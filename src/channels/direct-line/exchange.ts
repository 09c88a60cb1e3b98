/** What goes over the wire, apart from the HTTP server that carries it. */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request as the channel sees it. Limits of rate and size were applied to it already, and foreign origins refused. */
export interface WebRequest {
  readonly method: string;
  /** Without the query, with `/v3/directline`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Of the page that asks, as a browser tells it; null: no browser, or a page of our own that needs none. */
  readonly origin: string | null;
  /** The header as it came; '' where there is none. */
  readonly authorization: string;
  /** The client's address, behind as many proxies as are trusted. */
  readonly address: string;
  /** Where clients reach us, without a slash at the end: `https://bot.example`, for `streamUrl`. */
  readonly base: string;
  /** The body read as JSON; rejects with what the HTTP server answers itself (400, 413, 415). May be called once. */
  readonly body: () => Promise<unknown>;
  /** The header as it came; '' where there is none. */
  readonly contentType: string;
  /** In place of `body`, for what is no JSON: its first bytes, at most so many; the rest is thrown away as it comes. */
  readonly firstBytes: (maxBytes: number) => Promise<Uint8Array>;
}

/** What is answered. A body of null sends none. */
export interface WebAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request for a WebSocket, with the connection that it came on and the first bytes that came behind it. */
export interface WebUpgrade {
  readonly request: WebRequest;
  /** As node has it, for the handshake alone. */
  readonly raw: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** What a Direct Line channel gives to the server that wires it. */
export interface WebChannel {
  /** Answers what stands below `/v3/directline/conversations`; null where there is nothing at this path. */
  answer(request: WebRequest): Promise<WebAnswer | null>;
  /** Takes a connection over, or refuses it: null, or the answer that the server is to give on it. */
  upgrade(upgrade: WebUpgrade): Promise<WebAnswer | null>;
  /** Ends all streams with 1001, for clients to come back to another process; resolves once they are closed. */
  close(): Promise<void>;
}

/** An error for the caller: `message` says what to do and nothing of the inside. */
export function fault(
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): WebAnswer {
  return { status, body: { error: { code, message } }, ...(headers === undefined ? {} : { headers }) };
}

/** The token of an Authorization header; null where there is none. */
export function bearerOf(authorization: string): string | null {
  return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? null;
}
