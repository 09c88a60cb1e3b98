/** Where tokens come from: for pages and servers of others, and for the chat that we serve ourselves. */

import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../ports.ts';
import type { Doorkeeper } from './authorize.ts';
import { LONGEST_USER_ID, newConversationId, userIdOf } from './conversation-ids.ts';
import { fault, type WebAnswer, type WebRequest } from './exchange.ts';
import type { Limits } from './limits.ts';
import { ACCESS_MS, RESUME_MS, sameText, type Ticket, type Tokens } from './tokens.ts';

/** What tokens are made of. */
export interface TokenExchangeParts {
  readonly tokens: Tokens;
  readonly doorkeeper: Doorkeeper;
  readonly limits: Limits;
  readonly clock: Clock;
  /** With it a page vouches for who its visitor is; null: none can. */
  readonly identitySecret: string | null;
  /** The words of the knowledge that start over and ask for a human. */
  readonly sayings: () => { readonly restart: string; readonly human: string };
}

/** Nothing of what is given out here is stored. Origins were looked at before. */
export interface TokenExchange {
  /** `POST /v3/directline/tokens/generate`: a token for a new conversation. */
  generate(request: WebRequest): Promise<WebAnswer>;
  /** `POST /v3/directline/tokens/refresh`: a token that lasts longer, for the same conversation and user. */
  refresh(request: WebRequest): WebAnswer;
  /** `POST /chat/session`: a token for the chat in our own frame, which goes on with the conversation it had. */
  session(request: WebRequest): Promise<WebAnswer>;
}

const userId = z.string().min(1).max(LONGEST_USER_ID);
const generateBody = z.object({ user: z.object({ id: userId.optional() }).nullish() }).nullable();
const sessionBody = z
  .object({
    resume: z.string().nullish(),
    person: z
      .object({ id: z.string().min(1).max(200), name: z.string().nullish(), hmac: z.string() })
      .nullish(),
  })
  .nullable();
type Person = NonNullable<NonNullable<z.infer<typeof sessionBody>>['person']>;

/** Begins the ids of conversations whose person a page has vouched for; random ids never hold a dot. */
const VOUCHED = 'person.';

/** Puts the exchange together. */
export function createTokenExchange(parts: TokenExchangeParts): TokenExchange {
  const { tokens, doorkeeper, limits, clock, identitySecret } = parts;

  function access(conversationId: string, userId: string, origin: string | null) {
    const ticket: Ticket = { kind: 'access', conversationId, userId, origin, expiresAt: clock() + ACCESS_MS };
    return { conversationId, token: tokens.sign(ticket), expires_in: ACCESS_MS / 1_000 };
  }

  /** Null: one more may be opened. */
  function refuseOpening(address: string): WebAnswer | null {
    const permit = limits.opening(address, clock());
    return permit.kind === 'granted'
      ? null
      : tooMany(
          'TOO_MANY_CONVERSATIONS',
          permit.retryAfterMs,
          'Too many conversations were opened from your address.',
        );
  }

  /** The ticket that the resume token of this device stands for; null: there is none that counts. */
  function resumed(resume: string | null | undefined): Ticket | null {
    const read = tokens.read(resume ?? '', clock());
    return read.kind === 'good' && read.ticket.kind === 'resume' ? read.ticket : null;
  }

  function session(request: WebRequest, ticket: Pick<Ticket, 'conversationId' | 'userId'>, renewed: boolean) {
    const { conversationId, userId } = ticket;
    const resume: Ticket = {
      kind: 'resume',
      conversationId,
      userId,
      origin: null,
      expiresAt: clock() + RESUME_MS,
    };
    return ok({
      ...access(conversationId, userId, request.origin),
      userId,
      resume: tokens.sign(resume),
      renewed,
      sayings: parts.sayings(),
    });
  }

  return {
    async generate(request) {
      const caller = request.authorization === '' ? null : doorkeeper.callerOf(request);
      if (caller?.kind === 'refused') return caller.answer;
      const byServer = caller?.kind === 'secret';
      if (!byServer && request.origin === null) return noSecret();
      // A server that knows the secret speaks for many people from one address.
      const refusal = byServer ? null : refuseOpening(request.address);
      if (refusal !== null) return refusal;
      const body = generateBody.safeParse(await request.body());
      if (!body.success)
        return fault(400, 'BAD_BODY', 'Send {}, or {"user":{"id":"…"}} with at most 100 characters.');
      const conversationId = newConversationId((byServer ? body.data?.user?.id : null) ?? null);
      return ok(access(conversationId, userIdOf(conversationId), byServer ? null : request.origin));
    },
    refresh(request) {
      const caller = doorkeeper.callerOf(request);
      if (caller.kind === 'refused') return caller.answer;
      if (caller.kind === 'secret')
        return fault(400, 'NOT_A_TOKEN', 'Send the token that is to be refreshed in place of the secret.');
      const { conversationId, userId, origin } = caller.ticket;
      return ok(access(conversationId, userId, origin));
    },
    async session(request) {
      const body = sessionBody.safeParse(await request.body());
      if (!body.success)
        return fault(400, 'BAD_BODY', 'Send {}, {"resume":"…"} or {"person":{"id":"…","hmac":"…"}}.');
      const kept = resumed(body.data?.resume);
      const person = body.data?.person ?? null;
      if (person !== null) {
        const conversationId = identitySecret === null ? null : vouchedFor(person, identitySecret);
        if (conversationId === null) return badIdentity(identitySecret !== null);
        const renewed = kept?.conversationId !== conversationId;
        return session(request, { conversationId, userId: userIdOf(conversationId) }, renewed);
      }
      // Whoever sits down at a till after somebody who was signed in must not go on with their conversation.
      if (kept !== null && !kept.conversationId.startsWith(VOUCHED)) return session(request, kept, false);
      const refusal = refuseOpening(request.address);
      if (refusal !== null) return refusal;
      const conversationId = newConversationId(null);
      return session(request, { conversationId, userId: userIdOf(conversationId) }, true);
    },
  };
}

/** 429, with `Retry-After` in whole seconds. */
export function tooMany(code: string, retryAfterMs: number, why: string): WebAnswer {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  return fault(429, code, `${why} Try again in ${seconds} s.`, { 'Retry-After': String(seconds) });
}

const ok = (body: object): WebAnswer => ({ status: 200, body });

/** The conversation of a person, the same one on each of their devices; null: nobody vouches for them. */
function vouchedFor({ id, hmac }: Person, secret: string): string | null {
  const digest = (text: string): Buffer => createHmac('sha256', secret).update(text).digest();
  if (!sameText(hmac.toLowerCase(), digest(id).toString('hex'))) return null;
  // No page was ever given the hash of such a text for an id, and the id cannot be read out of it.
  return `${VOUCHED}${digest(JSON.stringify(['conversation', id])).toString('base64url')}`;
}

const noSecret = (): WebAnswer =>
  fault(
    401,
    'SECRET_MISSING',
    'A server sends KEYTURN_DIRECTLINE_SECRET as Authorization: Bearer SECRET; a page needs none where its origin is in KEYTURN_ORIGINS.',
    { 'WWW-Authenticate': 'Bearer' },
  );

const badIdentity = (isConfigured: boolean): WebAnswer =>
  fault(
    401,
    'BAD_IDENTITY',
    isConfigured
      ? 'The hmac must be the HMAC-SHA256 of the id with KEYTURN_IDENTITY_SECRET, in hexadecimal.'
      : 'This bot takes no word for who somebody is; its operator sets KEYTURN_IDENTITY_SECRET for that.',
  );
