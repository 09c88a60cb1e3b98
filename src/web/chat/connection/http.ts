/** One request to the bot, and what became of it. */

import type { Surroundings } from './parts.ts';
import { isRecord, parsed } from './shapes.ts';
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
  | { readonly kind: 'refused'; readonly status: 400 | 413 };

/** What was answered. */
export interface Answered {
  readonly kind: 'ok';
  readonly body: Readonly<Record<string, unknown>>;
}

/** A request without a body is a GET. */
export interface Request {
  readonly path: string;
  readonly token?: string;
  readonly body?: object | undefined;
}

/** Asks the bot. */
export interface Http {
  /** Never rejects. */
  call(request: Request): Promise<Answered | Trouble>;
  /** Ends what has been waited for longer than this as unreachable. */
  giveUp(olderThanMs: number): void;
}

/** The server fails, or gives what nobody can read. */
export const BROKEN = { kind: 'unreachable', answered: true } as const;

/** Where a server does not say in seconds how long to wait, and the longest wait: neither a storm nor a dead chat. */
const DEFAULT_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 120;

/** Asks the bot at this origin. */
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
      signal,
    });
    const answer = parsed(await response.text());
    return readAnswer(response, answer);
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

function readAnswer(response: Response, body: unknown): Answered | Trouble {
  const { status } = response;
  // The page by which a café lets people into its network says 200 to everything.
  if (response.ok) return isRecord(body) ? { kind: 'ok', body } : BROKEN;
  switch (status) {
    case 401:
    case 403:
      return { kind: 'token', status };
    case 404:
      return { kind: 'gone' };
    case 429: {
      const seconds = Number(response.headers.get('Retry-After')) || DEFAULT_WAIT_SECONDS;
      return { kind: 'busy', waitMs: Math.min(seconds, LONGEST_WAIT_SECONDS) * 1000 };
    }
    case 400:
    case 413:
      return { kind: 'refused', status };
    default:
      return BROKEN;
  }
}
