/** How the connector's client reaches the network: one request, one answer. */

import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type Clock, DeliveryFailed } from '../../ports.ts';

export type ClientOptions = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]
>;
type HttpClient = NonNullable<ClientOptions['httpClient']>;

/**
 * How long one sending may take, in milliseconds. Range 1,000..19,000, default 15,000: a shorter one gives up on
 * connectors that are only slow; it must stay below the lease of a conversation, or two processes could send at once.
 */
const SEND_TIMEOUT_MS = 15_000;

/** Answers with which the same request can never do better; 401 and 403 may come of credentials that are being renewed. */
const HOPELESS = new Set([400, 404, 405, 410, 413, 415, 422]);

/**
 * botbuilder's own client posts up to four times by itself and hides what the receiver said of waiting. The outbox
 * repeats, by its own rule and in order, so whatever fails here is thrown as what the outbox understands. Redirects
 * are not followed: they lead where nobody has vouched for.
 */
export function createHttpClient(clock: Clock): HttpClient {
  return {
    async sendRequest(request) {
      const body: unknown = request.body;
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.rawHeaders(),
        redirect: 'manual',
        signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
        ...(typeof body === 'string' ? { body } : {}),
      }).catch((error: unknown) => {
        throw new DeliveryFailed(`The connector could not be reached${codeOf(error)}.`);
      });
      const bodyAsText = await response.text().catch(() => '');
      if (response.ok)
        return { request, status: response.status, headers: request.headers.clone(), bodyAsText };
      throw new DeliveryFailed(`The connector answered ${response.status}.`, {
        retryAfterMs: readRetryAfter(response.headers.get('retry-after'), clock()),
        permanent: HOPELESS.has(response.status),
      });
    },
  };
}

/** Milliseconds from `Retry-After`: seconds or a date (RFC 9110, 10.2.3); null where it is neither. */
export function readRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

/** The system's code, such as ECONNREFUSED; messages may quote what was sent. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? ` (${code})` : '';
}
