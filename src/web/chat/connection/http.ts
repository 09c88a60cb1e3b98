/** One request to the bot, and what became of it. */

import type { Surroundings } from './parts.ts';
import { isRecord } from './shapes.ts';
import type { Times } from './times.ts';

/**
 * What went wrong. `unreachable`: no answer, or a server that fails (`answered`); `busy`: come back after so many
 * milliseconds; `token`: it is not taken any longer; `gone`: there is no such conversation; `refused`: never.
 */
export type Trouble =
  | { readonly kind: 'unreachable'; readonly answered: boolean }
  | { readonly kind: 'busy'; readonly waitMs: number }
  | { readonly kind: 'token'; readonly status: 401 | 403 }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly status: number };

/** What was answered; the body is {} where it was no JSON object. */
export interface Answered {
  readonly kind: 'ok';
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A request without a body is a GET. */
export interface Request {
  readonly path: string;
  readonly token?: string;
  readonly body?: object;
}

export interface Http {
  /** Never rejects. */
  call(request: Request): Promise<Answered | Trouble>;
  /** Ends what has been waited for longer than this as unreachable. */
  giveUp(olderThanMs: number): void;
}

/** Without a readable Retry-After, and at least and at most, in milliseconds: neither a storm nor a chat that died. */
const DEFAULT_WAIT_MS = 5_000;
const SHORTEST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 120_000;

export function createHttp(base: string, around: Surroundings, times: Times): Http {
  const running = new Map<AbortController, number>();

  async function ask(request: Request, signal: AbortSignal): Promise<Answered | Trouble> {
    const { body, token } = request;
    const response = await around.fetch(base + request.path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal,
    });
    const answer: unknown = await response.json().catch((fault: unknown) => {
      // An answer that broke off is none; one that is no JSON may come from a proxy, and its status still counts.
      if (!(fault instanceof SyntaxError)) throw fault;
    });
    return readAnswer(response, isRecord(answer) ? answer : {}, around.now());
  }

  return {
    async call(request) {
      const stop = new AbortController();
      const stopTimer = around.after(times.requestMs, () => stop.abort());
      running.set(stop, around.now());
      try {
        return await ask(request, stop.signal);
      } catch {
        return { kind: 'unreachable', answered: false };
      } finally {
        stopTimer();
        running.delete(stop);
      }
    },
    giveUp(olderThanMs) {
      for (const [stop, since] of running) if (around.now() - since >= olderThanMs) stop.abort();
    },
  };
}

function readAnswer(
  response: Response,
  body: Readonly<Record<string, unknown>>,
  now: number,
): Answered | Trouble {
  const { status } = response;
  if (response.ok) return { kind: 'ok', status, body };
  switch (status) {
    case 401:
    case 403:
      return { kind: 'token', status };
    case 404:
      return { kind: 'gone' };
    case 429:
      return { kind: 'busy', waitMs: waitMs(response.headers.get('Retry-After'), now) };
    case 408:
      return { kind: 'unreachable', answered: true };
    default:
      return status < 400 || status >= 500
        ? { kind: 'unreachable', answered: true }
        : { kind: 'refused', status };
  }
}

/** Retry-After is a number of seconds or a date. */
function waitMs(header: string | null, now: number): number {
  const text = header ?? '';
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, asked || DEFAULT_WAIT_MS));
}
