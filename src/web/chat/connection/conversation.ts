/** One conversation, from finding it to leaving it: its session, its lines, the line to the bot and what is sent. */

import { type ActivitySet, readActivitySet } from './activity.ts';
import type { Entered, LinkTrouble } from './attempt.ts';
import { type Answered, BROKEN, createHttp } from './http.ts';
import type { Kept, Unsent } from './kept.ts';
import { createLink, type Link } from './link.ts';
import type { Surroundings } from './parts.ts';
import { createSending, type Sending } from './sending.ts';
import { createSessions } from './session.ts';
import type { Person, Snapshot } from './snapshot.ts';
import type { Times } from './times.ts';
import { createTranscript } from './transcript.ts';
import { createUnsentMessages, type UnsentMessages } from './unsent.ts';

/** A conversation that is kept up until it is closed. */
export interface OpenConversation {
  snapshot(): Snapshot;
  readonly unsent: UnsentMessages;
  readonly link: Link;
  readonly sending: Sending;
  /** Tries again what is under way and what would be tried later, because the network or the person came back. */
  wake(): void;
  close(): void;
}

/** What a conversation is made of. */
export interface ConversationParts {
  readonly base: string;
  readonly language: string | null;
  readonly person: Person | null;
  readonly kept: Kept;
  /** Unsent messages of the conversation before this one. */
  readonly carried: readonly Unsent[];
  readonly changed: () => void;
  readonly around: Surroundings;
  readonly times: Times;
}

const NO_SESSION = { sayings: null, conversationId: null, isNew: false };
const CONVERSATIONS = '/v3/directline/conversations';

/** Begins at once to look for it, and to send what waits. */
export function openConversation(parts: ConversationParts): OpenConversation {
  const { base, language, person, kept, around, times } = parts;
  const http = createHttp(base, around, times);
  const transcript = createTranscript();
  const unsent = createUnsentMessages({
    ...parts,
    ...around,
    person: person?.id ?? null,
    unsentMs: times.unsentMs,
  });
  const sessions = createSessions({ http, kept, person, now: around.now, moved });
  /** Id of the conversation that was begun in this page. */
  let begun: string | null = null;
  let closed = false;

  function moved(): void {
    transcript.clear();
    link.lose();
  }

  function changed(): void {
    if (!closed) parts.changed();
  }

  /** A request in the conversation, with a token that holds. */
  async function ask(path: (id: string) => string, body?: object): Promise<Answered | LinkTrouble> {
    const session = await sessions.ensure();
    if (session.kind !== 'session') return session;
    const { conversationId, token } = session;
    const answer = await http.call({
      path: path(encodeURIComponent(conversationId)),
      token,
      body,
    });
    if (answer.kind === 'token') sessions.spoil();
    if (answer.kind === 'gone') begun = null;
    return answer;
  }

  async function enter(): Promise<Entered | LinkTrouble> {
    const session = await sessions.ensure();
    if (session.kind !== 'session') return session;
    const { conversationId } = session;
    const answer =
      begun === conversationId
        ? await ask((id) => `${CONVERSATIONS}/${id}?watermark=${transcript.watermark()}`)
        : await ask(() => CONVERSATIONS, { locale: language });
    if (answer.kind === 'gone') return BROKEN;
    if (answer.kind !== 'ok') return answer;
    begun = conversationId;
    // At the bot's own origin, which the policy of the page allows, whatever a proxy on the way made of it.
    const streamUrl = String(answer.body.streamUrl).replace(/^\w+:\/\/[^/]+/, base.replace('http', 'ws'));
    return { kind: 'entered', streamUrl: `${streamUrl}&replies=data` };
  }

  async function read(): Promise<ActivitySet | LinkTrouble> {
    const answer = await ask(
      (id) => `${CONVERSATIONS}/${id}/activities?replies=data&watermark=${transcript.watermark()}`,
    );
    if (answer.kind !== 'ok') return answer;
    return readActivitySet(answer.body) ?? BROKEN;
  }

  function take(set: ActivitySet): void {
    if (closed) return;
    const added = transcript.take(set);
    if (added.length === 0) return;
    for (const { from, id } of added) if (from === 'person') unsent.arrived(id);
    sending.heard(added);
    changed();
  }

  const link = createLink({
    enter,
    read,
    take,
    changed() {
      sending.wake();
      changed();
    },
    around,
    times,
  });
  const sending = createSending({
    unsent,
    link,
    post: (activity) => ask((id) => `${CONVERSATIONS}/${id}/activities`, activity),
    changed,
    around,
    times,
  });

  return {
    unsent,
    link,
    sending,
    snapshot() {
      const { sayings, conversationId, isNew } = sessions.last() ?? NO_SESSION;
      return {
        lines: [...transcript.lines(), ...unsent.lines()],
        status: link.status(),
        answering: sending.answering(),
        complaint: link.complaint() ?? sending.complaint(),
        sayings,
        conversationId,
        isNew,
      };
    },
    wake() {
      http.giveUp(times.stuckMs);
      link.wake();
      sending.hasten();
    },
    close() {
      closed = true;
      link.close();
      sending.close();
      http.giveUp(0);
    },
  };
}
