/** The real server as web pages meet it, with a clock that the test sets. */

import { WebSocket } from 'ws';
import { readConfig } from '../../src/server/config.ts';
import { type TinyParts, type TinyServer, tinyServer } from './tiny-bot.ts';

export const SECRETS = {
  KEYTURN_SECRET: 'signs the tokens of these tests',
  KEYTURN_DIRECTLINE_SECRET: 'a-secret-between-two-servers',
  KEYTURN_IDENTITY_SECRET: 'known to the intranet and the bot',
};

/** Of a page that the operator has listed. */
export const SHOP = 'https://shop.example';

/** A clock that stands still until it is set. */
export interface SetClock {
  now: number;
}

export interface WebServer extends TinyServer {
  readonly clock: SetClock;
  /** Somebody behind this address, before a page of this origin; null: no page. */
  visitor(address: string, origin?: string | null): Visitor;
}

/** One proxy stands before it, so that a test can be many addresses. */
export async function webServer(
  parts: Omit<TinyParts, 'config'> & { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<WebServer> {
  const clock: SetClock = { now: Date.parse('2026-03-02T09:00:00Z') };
  const env = { ...SECRETS, KEYTURN_ORIGINS: SHOP, KEYTURN_TRUST_PROXY: '1', ...parts.env };
  const server = await tinyServer({
    ...parts,
    config: readConfig({ port: 0 }, env),
    web: { clock: () => clock.now, ...parts.web },
  });
  return { ...server, clock, visitor: (address, origin = SHOP) => visitorOf(server.url, address, origin) };
}

/** What came back, as far as tests read it. */
export interface Came {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly conversationId: string;
    readonly userId: string;
    readonly token: string;
    readonly resume: string;
    readonly renewed: boolean;
    readonly expires_in: number;
    readonly sayings: object;
    readonly id: string;
    readonly streamUrl: string;
    readonly activities: readonly { readonly text?: string }[];
    readonly error: { readonly code: string; readonly message: string };
  };
}

export interface Visitor {
  /** What a request of this page has in its headers. */
  readonly headers: Readonly<Record<string, string>>;
  ask(method: string, path: string, asked?: Asked): Promise<Came>;
  /** `POST`. A text is sent as it is. */
  post(path: string, body?: unknown, token?: string): Promise<Came>;
  /** Gets a token and begins a conversation. */
  open(): Promise<{ readonly id: string; readonly token: string; readonly streamUrl: string }>;
}

export interface Asked {
  readonly body?: string | ReadableStream | null;
  readonly headers?: Readonly<Record<string, string>>;
}

function visitorOf(url: string, address: string, origin: string | null): Visitor {
  const headers = { 'X-Forwarded-For': address, ...(origin === null ? {} : { Origin: origin }) };
  const visitor: Visitor = {
    headers,
    async ask(method, path, asked = {}) {
      const init = {
        method,
        body: asked.body ?? null,
        headers: { ...headers, ...asked.headers },
        duplex: 'half',
      };
      const response = await fetch(url + path, init as RequestInit);
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? null : JSON.parse(text),
      };
    },
    post(path, body, token) {
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      return visitor.ask('POST', path, {
        body: text ?? null,
        headers: {
          ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
      });
    },
    async open() {
      const { body } = await visitor.post('/v3/directline/tokens/generate');
      const begun = await visitor.post('/v3/directline/conversations', undefined, body.token);
      return { id: body.conversationId, token: body.token, streamUrl: begun.body.streamUrl };
    },
  };
  return visitor;
}

/** A message to a conversation. */
export const messagesOf = (id: string): string => `/v3/directline/conversations/${id}/activities`;
export const said = (text: string) => ({ type: 'message', from: { id: 'me' }, text });

/** The status with which a WebSocket is refused; 101: it is open. */
export const upgradeStatus = (url: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.once('error', reject);
  });
