/** A client of Direct Line as small as can be: requests as they are, and a socket that keeps what came. */

import { type ClientOptions, WebSocket } from 'ws';

/** Gets tokens of the servers in these tests. */
export const SECRET = 'a-secret-between-two-servers';

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** As far as tests read it. */
export interface Body {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly expires_in: number;
  readonly id: string;
  readonly activities: readonly Activity[];
  readonly watermark: string;
  readonly error: { readonly code: string; readonly message: string };
}

export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly text?: string;
  readonly replyToId?: string;
  readonly channelData?: Readonly<Record<string, unknown>>;
}

export interface Asked {
  /** Default: GET without a body, POST with one. */
  readonly method?: string;
  readonly token?: string | null;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks below `/v3/directline`, with the secret where no token is given. */
export async function ask(url: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { body, token = SECRET } = asked;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/v3/directline${path}`, {
    method: asked.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...asked.headers,
    },
    ...(body === undefined ? {} : { body: text }),
  });
  const answered = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: answered === '' ? null : JSON.parse(answered),
  };
}

/** A conversation, as its client knows it. */
export interface Talk {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
  say(text: string, clientId?: string): Promise<Answer>;
  send(activity: unknown): Promise<Answer>;
  /** Posts files the way that official clients do. */
  upload(body: FormData | Blob): Promise<Answer>;
  read(query?: string): Promise<Body>;
  /** The same conversation at another server. */
  at(url: string): Talk;
  /** `GET /conversations/ID`: a new address for a stream behind a watermark. */
  resume(watermark: string): Promise<string>;
}

/** Begins a conversation. */
export async function begin(url: string): Promise<Talk> {
  const { body } = await ask(url, '/conversations', { method: 'POST' });
  return talkOf(url, body);
}

/** Goes on with a conversation that this or another server has begun. */
export function talkOf(
  url: string,
  { conversationId: id, token, streamUrl }: Pick<Body, 'conversationId' | 'token' | 'streamUrl'>,
): Talk {
  const send = (activity: unknown) => ask(url, `/conversations/${id}/activities`, { token, body: activity });
  return {
    id,
    token,
    streamUrl,
    send,
    upload: async (body) => {
      const response = await fetch(`${url}/v3/directline/conversations/${id}/upload?userId=una`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
        body,
      });
      return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
    },
    at: (other) => talkOf(other, { conversationId: id, token, streamUrl }),
    say: (text, clientId) =>
      send({
        type: 'message',
        text,
        ...(clientId === undefined ? {} : { channelData: { clientActivityID: clientId } }),
      }),
    read: async (query = '') => (await ask(url, `/conversations/${id}/activities${query}`, { token })).body,
    resume: async (watermark) =>
      (await ask(url, `/conversations/${id}?watermark=${watermark}`, { token })).body.streamUrl,
  };
}

/** A stream that is listened to. */
export interface Listening {
  readonly socket: WebSocket;
  readonly sets: readonly Pick<Body, 'activities' | 'watermark'>[];
  /** Messages without text that came. */
  readonly empties: () => number;
  /** All activities so far. */
  activities(): readonly Activity[];
  /** Of the last set; '' where none came. */
  watermark(): string;
  /** Resolves once this is so; it is looked at whenever something came. */
  until(isSo: () => boolean): Promise<void>;
  /** Resolves with the code once it is closed. */
  readonly closed: Promise<number>;
}

/** Connects. Rejects where the connection is refused. */
export async function listen(streamUrl: string, options: ClientOptions = {}): Promise<Listening> {
  const socket = new WebSocket(streamUrl, options);
  const sets: Pick<Body, 'activities' | 'watermark'>[] = [];
  const waiting = new Set<() => void>();
  let empties = 0;
  socket.on('message', (data) => {
    const text = String(data);
    if (text === '') empties += 1;
    else sets.push(JSON.parse(text));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return {
    socket,
    sets,
    empties: () => empties,
    activities: () => sets.flatMap((set) => set.activities),
    watermark: () => sets.at(-1)?.watermark ?? '',
    closed,
    until: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isSo()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Who said what, one line each. */
export const lines = (activities: readonly Activity[]): readonly string[] =>
  activities.map(({ from, text = '' }) => `${from.role}: ${text}`);
