/** Reads a JSON body with a limit, and says precisely what is wrong with one that cannot be read. */

import type { IncomingMessage } from 'node:http';
import { HttpFault } from './http-fault.ts';

/**
 * Largest body in bytes where nothing else is said. Range 64 KiB..16 MiB, default 1 MiB: Teams sends at most some
 * 256 KB; a larger limit lets strangers fill the memory.
 */
export const MAX_BODY_BYTES = 1_048_576;

/**
 * Most values in a body: what stands in lists and objects, with the names in these. Range 10,000..100,000, default
 * 50,000: a long message with a card has some hundreds; a megabyte of empty objects or of brackets in brackets would
 * keep the thread that serves everybody for a quarter of a second.
 */
const MOST_VALUES = 50_000;

/** Throws `HttpFault`: 413, 415 or 400. */
export async function readJsonBody(
  request: IncomingMessage,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw new HttpFault(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send JSON with Content-Type: application/json.');
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new HttpFault(415, 'UNSUPPORTED_ENCODING', 'Send the body without Content-Encoding.');
  }
  const bytes = await readBytes(request, maxBytes);
  if (countValues(bytes) > MOST_VALUES) {
    throw new HttpFault(400, 'TOO_MANY_VALUES', `Send at most ${MOST_VALUES} values in one body.`);
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return value;
  } catch {
    throw new HttpFault(400, 'BAD_JSON', 'The body is not valid JSON in UTF-8.');
  }
}

/** How many values a JSON text can have at most, without reading it: a mark that begins or parts one, for each. */
function countValues(json: Uint8Array): number {
  let count = 1;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === BYTES.quote) at = endOfString(json, at + 1);
    else if (byte === BYTES.comma || byte === BYTES.colon || byte === BYTES.brace || byte === BYTES.bracket)
      count++;
  }
  return count;
}

function endOfString(json: Uint8Array, from: number): number {
  let at = from;
  while (at < json.length && json[at] !== BYTES.quote) at += json[at] === BYTES.backslash ? 2 : 1;
  return at;
}

const BYTES = { quote: 0x22, comma: 0x2c, colon: 0x3a, bracket: 0x5b, backslash: 0x5c, brace: 0x7b };

async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  return await new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      request.removeAllListeners('data');
      request.resume();
      reject(tooLarge(maxBytes));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    // A client that goes away is no trouble of ours, and a thousand of them must not fill the log.
    request.once('error', () => reject(cutOff()));
    // After the end of a body this changes nothing; an error is costly to make, so none is made then.
    request.once('close', () => {
      if (!request.complete) reject(cutOff());
    });
  });
}

/** The client went away in the midst of a body. */
export function cutOff(): HttpFault {
  return new HttpFault(400, 'BODY_CUT_OFF', 'The request ended before its body did.');
}

/** 413. */
export function tooLarge(maxBytes: number): HttpFault {
  return new HttpFault(413, 'BODY_TOO_LARGE', `Send at most ${maxBytes} bytes.`);
}
