/** The right to speak in a conversation: got from the bot, renewed before it ends, resumed on a later page. */

import { BROKEN, type Http, type Trouble } from './http.ts';
import type { Kept } from './kept.ts';
import { hasTexts } from './shapes.ts';
import type { Person, Sayings } from './snapshot.ts';

/** A right to speak that holds for now. */
export interface Session {
  readonly kind: 'session';
  readonly conversationId: string;
  readonly token: string;
  readonly sayings: Sayings | null;
  /** Nothing was said in it before. */
  readonly isNew: boolean;
}

/** The bot will not have this page or this person. */
export interface Barred {
  readonly kind: 'barred';
  readonly complaint: 'BAD_IDENTITY' | 'NOT_ALLOWED';
}

/** What keeps us from a session. */
export type SessionTrouble = Extract<Trouble, { kind: 'unreachable' | 'busy' }> | Barred;

/** Where sessions come from. */
export interface Sessions {
  /** The session, renewed where it is time to. Whoever asks meanwhile gets the same answer. */
  ensure(): Promise<Session | SessionTrouble>;
  /** The bot does not take the token any longer. */
  spoil(): void;
  /** The last one; null before there was any. */
  last(): Session | null;
}

/** What sessions are got with. */
export interface SessionParts {
  readonly http: Http;
  readonly kept: Kept;
  readonly person: Person | null;
  readonly now: () => number;
  /** The conversation is another one than before: the bot could not go on in the old one. */
  readonly moved: () => void;
}

/** Part of a token's life after which it is renewed. 0.5..0.95: later risks that it ends on the way. */
const RENEW_AFTER = 0.8;

/** Asks for nothing before a session is wanted. */
export function createSessions({ http, kept, person, now, moved }: SessionParts): Sessions {
  // A named person is found again by name, and whoever is next at this device must not be taken for them.
  const keeps = person === null;
  const stored = keeps ? kept.resume() : null;
  let credential = stored === null ? null : stored.credential;
  let current: Session | null = null;
  let renewAt = 0;
  let running: Promise<Session | SessionTrouble> | null = null;

  async function renew(): Promise<Session | SessionTrouble> {
    const sent = credential;
    const answer = await http.call({
      path: '/chat/session',
      body: { resume: sent, person },
    });
    if (answer.kind !== 'ok') return troubleOf(answer, person);
    const opened = readSession(answer.body, keeps);
    if (opened === null) return BROKEN;
    const other = keeps ? kept.resume() : null;
    if (
      other !== null &&
      other.credential !== sent &&
      other.conversationId !== opened.session.conversationId
    ) {
      // Another tab was faster, and one device has one conversation. Nothing is lost: this one has not begun.
      credential = other.credential;
      return await renew();
    }
    return accept(opened);
  }

  function accept({ session, lifeMs, resume }: Opened): Session {
    const before = current;
    current = session;
    renewAt = now() + lifeMs * RENEW_AFTER;
    credential = resume;
    if (keeps) kept.setResume({ conversationId: session.conversationId, credential: resume });
    if (before !== null && before.conversationId !== session.conversationId) moved();
    return session;
  }

  return {
    async ensure() {
      if (current !== null && now() < renewAt) return current;
      running ??= renew().finally(() => {
        running = null;
      });
      return await running;
    },
    spoil() {
      renewAt = 0;
    },
    last: () => current,
  };
}

function troubleOf(trouble: Trouble, person: Person | null): SessionTrouble {
  switch (trouble.kind) {
    case 'unreachable':
    case 'busy':
      return trouble;
    case 'gone':
      return BROKEN;
    case 'token':
    case 'refused': {
      const unproved = person !== null && trouble.status !== 403;
      return { kind: 'barred', complaint: unproved ? 'BAD_IDENTITY' : 'NOT_ALLOWED' };
    }
  }
}

interface Opened {
  readonly session: Session;
  readonly lifeMs: number;
  readonly resume: string;
}

const hasSession = hasTexts('conversationId', 'token', 'resume');
const isSayings = hasTexts('restart', 'human');

/** `keeps`: nobody is named, whose conversation of another device this may be. */
function readSession(body: unknown, keeps: boolean): Opened | null {
  if (!hasSession(body) || typeof body.expires_in !== 'number') return null;
  const { conversationId, token, resume, sayings } = body;
  return {
    session: {
      kind: 'session',
      conversationId,
      token,
      sayings: isSayings(sayings) ? sayings : null,
      isNew: keeps && body.renewed === true,
    },
    lifeMs: body.expires_in * 1000,
    resume,
  };
}
