/** Which path is what. */

import { LONGEST_ID } from './conversation-ids.ts';

/** What stands below `/v3/directline/conversations`. */
export type Place =
  | { readonly kind: 'conversations' }
  | { readonly kind: 'conversation' | 'activities' | 'upload' | 'stream'; readonly conversationId: string };

/** Methods that each place takes. */
export const METHODS: Readonly<Record<Place['kind'], readonly string[]>> = {
  conversations: ['POST'],
  conversation: ['GET'],
  activities: ['GET', 'POST'],
  upload: ['POST'],
  stream: ['GET'],
};

/** Null where there is nothing at this path. */
export function readPlace(path: string): Place | null {
  const parts = /^\/v3\/directline\/conversations(?:\/([^/]+)(?:\/(activities|upload|stream))?)?\/?$/.exec(
    path,
  );
  if (parts === null) return null;
  const [, encoded, kind] = parts;
  if (encoded === undefined) return { kind: 'conversations' };
  const conversationId = decoded(encoded);
  if (conversationId === null || !/^[\w.:|~-]+$/.test(conversationId) || conversationId.length > LONGEST_ID)
    return null;
  if (kind === 'activities' || kind === 'upload' || kind === 'stream') return { kind, conversationId };
  return { kind: 'conversation', conversationId };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
