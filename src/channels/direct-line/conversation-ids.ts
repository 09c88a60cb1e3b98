/** Ids of conversations, and who speaks in one where only its id is known. */

import { randomBytes } from 'node:crypto';

/** Stands before the user id that a server has named; random ids never hold it. */
const NAMED = '~';

/**
 * Longest user id that a server may name, in characters. Range 64..200, default 100, as the official service has it at
 * about this length; it is part of the id of a conversation, and so of a key in the store.
 */
export const LONGEST_USER_ID = 100;

/** Longest id of a conversation, in characters; ours have 22, and up to 401 more where a server names a user. */
export const LONGEST_ID = 500;

/**
 * Nobody can guess one, and it is not secret: a token is needed to speak in it. A user id that a server names (null: it
 * names none) is part of it, so that a later request with the secret, which brings no token, still knows who speaks.
 */
export function newConversationId(userId: string | null): string {
  const random = randomBytes(16).toString('base64url');
  return userId === null ? random : `${random}${NAMED}${Buffer.from(userId).toString('base64url')}`;
}

/** The id of whoever speaks in a conversation. */
export function userIdOf(conversationId: string): string {
  const [, named = ''] = conversationId.split(NAMED);
  return named === '' ? `dl_${conversationId}` : Buffer.from(named, 'base64url').toString();
}
