/** Answers turns on this thread: text in, `respond`, text out. */

import {
  type ConversationState,
  newConversation,
  type Response,
  STATE_VERSION,
  type UserTurn,
} from './core/conversation.ts';
import type { Prepared } from './core/prepare.ts';
import type { Answer, Asked, Responder } from './ports.ts';

/** What a conversation left behind is not what this program, or a newer one, writes. */
export class UnreadableState extends Error {
  constructor() {
    super(
      'The store holds a conversation that cannot be read. Bring it back from a backup, or give the bot another store.',
    );
    this.name = 'UnreadableState';
  }
}

/** The state was written by a newer program; answering would lose what it knows. */
export class UnknownStateVersion extends Error {
  constructor(version: number) {
    super(
      `This conversation was stored with state version ${version}; this program reads version ${STATE_VERSION}. Run the newer program.`,
    );
    this.name = 'UnknownStateVersion';
  }
}

/** Answers one turn, as `core/respond.ts` does. */
export type Respond = (kb: Prepared, state: ConversationState, turn: UserTurn) => Response;

/** A responder that thinks where it is asked. `prepared` is asked each turn: knowledge may be replaced meanwhile. */
export function createResponder(respond: Respond, prepared: () => Prepared): Responder {
  return {
    async respond({ state, locale, turn }: Asked): Promise<Answer> {
      const before = state === null ? newConversation(locale) : readState(state);
      const { state: after, said, replies, effects } = respond(prepared(), before, turn);
      return { state: JSON.stringify(after), said, replies, effects };
    },
  };
}

/** A state as a responder wrote it, trusted beyond its version. Throws `UnreadableState` or `UnknownStateVersion`. */
export function readState(text: string): ConversationState {
  const state = parsed(text);
  if (!isState(state)) throw new UnreadableState();
  const version: number = state.version;
  if (version !== STATE_VERSION) throw new UnknownStateVersion(version);
  return state;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableState();
  }
}

const isState = (value: unknown): value is ConversationState =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number';
