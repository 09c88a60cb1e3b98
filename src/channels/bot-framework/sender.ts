/** Sends what waits in the outbox to the address that a channel gave. */

import { type Clock, DeliveryFailed, type OutboxItem, type Sender } from '../../ports.ts';
import { CHANNEL, isLoopback, readAddress } from './address.ts';
import { type OutgoingActivity, renderReply } from './render.ts';
import type { RoleLabel } from './reply-card.ts';

export interface SenderParts {
  readonly post: (serviceUrl: string, activity: OutgoingActivity) => Promise<void>;
  readonly roleLabel: RoleLabel;
  /** True: whoever calls is not known, so only this machine is called back. */
  readonly anonymous: boolean;
  readonly clock: Clock;
}

/** Answers with which the same request can never do better; 401 and 403 may come of credentials that are being renewed. */
const HOPELESS = new Set([400, 404, 405, 410, 413, 415, 422]);

export function createSender(parts: SenderParts): Sender {
  return {
    channel: CHANNEL,
    async send(item: OutboxItem) {
      const place = readAddress(item.address);
      if (parts.anonymous && !isLoopback(place.serviceUrl)) {
        throw new DeliveryFailed('Without an app id only addresses of this machine are called.', {
          permanent: true,
        });
      }
      const activity = renderReply(item.reply, item.id, place, parts.roleLabel);
      if (activity === null) return;
      try {
        await parts.post(place.serviceUrl, activity);
      } catch (error) {
        throw failure(error, parts.clock());
      }
    },
  };
}

/** What a failed request says of trying again. Nothing of the answer's body goes further: it may quote the message. */
function failure(error: unknown, now: number): DeliveryFailed {
  const status = field(error, 'statusCode');
  if (typeof status !== 'number') {
    const code = field(error, 'code');
    return new DeliveryFailed(
      `The connector could not be reached${typeof code === 'string' ? ` (${code})` : ''}.`,
    );
  }
  const retryAfterMs = readRetryAfter(headerOf(error, 'retry-after'), now);
  return new DeliveryFailed(`The connector answered ${status}.`, {
    retryAfterMs,
    permanent: HOPELESS.has(status),
  });
}

/** Milliseconds from `Retry-After`: seconds or a date (RFC 9110, 10.2.3); null where it is neither. */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null || value.trim() === '') return null;
  const ms = /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function headerOf(error: unknown, name: string): string | null {
  const headers = field(field(error, 'response'), 'headers');
  const get = field(headers, 'get');
  if (typeof get !== 'function') return null;
  const value: unknown = get.call(headers, name);
  return typeof value === 'string' ? value : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
