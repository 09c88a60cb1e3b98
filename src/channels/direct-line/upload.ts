/** Files that come with words: the words are heard, and of the files nothing is kept. */

import type { UserTurn } from '../../core/conversation.ts';
import type { WebRequest } from './exchange.ts';
import { readClientActivity } from './read-activity.ts';
import { readTurn } from './read-turn.ts';

/**
 * How much of an upload is looked at, in bytes. Range 4 KiB..256 KiB, default 64 KiB: clients put the message before
 * the files, and nobody types that much; a larger one only reads more of a photo.
 */
const FIRST_BYTES = 65_536;

/** What a file without words says. */
const NO_WORDS = { type: 'message' };

/** The turn of an upload. Throws `MalformedBody` where its message is none. */
export async function readUpload(request: WebRequest, at: number): Promise<UserTurn | null> {
  const form = messageIn(request.contentType, await request.firstBytes(FIRST_BYTES));
  const turn = readTurn(readClientActivity(form ?? NO_WORDS), at);
  // The message does not always say how many files follow it.
  return turn?.kind === 'said' ? { ...turn, attachments: Math.max(1, turn.attachments) } : turn;
}

/** The message in a form (RFC 7578): the part named `activity`. Null: there is none, or it is no JSON. */
function messageIn(contentType: string, bytes: Uint8Array): unknown {
  const boundary = /^multipart\/form-data\b.*?\bboundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return null;
  // As many characters as bytes, so that a photo cannot shift what is found.
  const parts = Buffer.from(bytes).toString('latin1').split(`--${boundary}`);
  // The last one was cut off, or is the end.
  for (const part of parts.slice(0, -1)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    if (!/^content-disposition:.*\bname="?activity\b/im.test(head)) continue;
    return parsed(Buffer.from(rest.join('\r\n\r\n'), 'latin1').toString('utf8'));
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
