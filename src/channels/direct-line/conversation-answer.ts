/** What a client gets to begin or to go on with: a token that is good from now on, and where to connect. */

import type { Clock } from '../../ports.ts';
import type { WebAnswer, WebRequest } from './exchange.ts';
import { formOf } from './render.ts';
import { ACCESS_MS, type Ticket, type Tokens } from './tokens.ts';

/** What is needed to sign. */
export interface SigningParts {
  readonly tokens: Tokens;
  readonly clock: Clock;
}

/** `watermark`: where the stream is to begin. */
export function conversationAnswer(
  status: 200 | 201,
  request: WebRequest,
  ticket: Omit<Ticket, 'kind' | 'expiresAt'>,
  watermark: string | null,
  { tokens, clock }: SigningParts,
): WebAnswer {
  const { conversationId, userId, origin } = ticket;
  const token = tokens.sign({
    kind: 'access',
    conversationId,
    userId,
    origin,
    expiresAt: clock() + ACCESS_MS,
  });
  const url = new URL(
    `${request.base}/v3/directline/conversations/${encodeURIComponent(conversationId)}/stream`,
  );
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  if (watermark !== null && watermark !== '') url.searchParams.set('watermark', watermark);
  if (formOf(request.query) === 'data') url.searchParams.set('replies', 'data');
  url.searchParams.set('t', token);
  return {
    status,
    body: { conversationId, token, expires_in: ACCESS_MS / 1_000, streamUrl: url.href },
  };
}
