/** Bytes to text: size, encoding, and characters that cannot be seen. */

import { type Complaint, complaintAt, type Place, TOP } from '../complaint.ts';
import { type KnowledgeFile, MAX_FILE_BYTES } from '../files.ts';

/**
 * Control characters but tab and line ends, and marks that turn the direction of a text: neither is seen in an
 * editor, and both make a file say something else than it shows.
 */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** The text of a file, without a byte order mark; or why it has none. */
export type Decoded = { readonly text: string } | { readonly complaint: Complaint };

/** Reads UTF-8 strictly. */
export function decode(file: KnowledgeFile): Decoded {
  const { path, bytes } = file;
  if (bytes.length > MAX_FILE_BYTES) {
    const message = `the file has more than ${MAX_FILE_BYTES} bytes`;
    return { complaint: complaintAt(TOP, { code: 'FILE_TOO_BIG', path, message, suggestion: 'split it' }) };
  }
  const text = tryDecode(bytes, false);
  if (text === null) return { complaint: badEncoding(path, bytes) };
  const hidden = HIDDEN.exec(text);
  if (hidden === null) return { text };
  const point = hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    complaint: complaintAt(placeAt(text, hidden.index), {
      code: 'HIDDEN_CHARACTER',
      path,
      message: `an invisible character (U+${point}) stands here`,
      suggestion: 'delete it',
    }),
  };
}

/** `partial`: an unfinished character at the end is no fault. */
function tryDecode(bytes: Uint8Array, partial: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial });
  } catch {
    return null;
  }
}

/** Finds the first bad byte by halving: a beginning decodes exactly when it holds no bad byte. */
function badEncoding(path: string, bytes: Uint8Array): Complaint {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (tryDecode(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  const before = tryDecode(bytes.subarray(0, good), true) ?? '';
  const { line, col } = placeAt(before, before.length);
  const byte = (bytes[good] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return complaintAt(
    { line, col, source: '' },
    {
      code: 'BAD_ENCODING',
      path,
      message: `the byte ${byte} is not UTF-8`,
      suggestion: 'save the file as UTF-8',
    },
  );
}

/** Line and column of an offset, both from 1, with the line itself. */
export function placeAt(text: string, offset: number): Place {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
  return { line, col: offset - start + 1, source: lineFrom(text, start) };
}

/** The line that starts at an offset, without its end. */
export function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
}
