/**
 * Which lines of a message are the person's own. Tickets carry headers, signatures and earlier mail: the names and
 * job titles in them say nothing of the case.
 */

/** `own`: what the person says. `aside`: header fields and signatures. `earlier`: quoted mail. */
export type Part = 'own' | 'aside' | 'earlier';

/** A line with its place in the text, without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
}

interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HEADER =
  /^\s*(?:from|sent|to|cc|bcc|date|reply-to|received|importance|priority|attachments?|message-id|ticket(?: (?:id|no\.?|number))?|requester|reporter|reported by|assigned to|assignee|name|contact|department|company)\s*:/i;
const QUOTE_MARK = /^\s*>/;
const EARLIER_STARTS =
  /^\s*(?:-{2,}\s*(?:original|forwarded) message|_{10,}\s*$|begin forwarded message|on .{4,160} wrote:\s*$)/i;
const FAREWELL =
  /^\s*(?:(?:with |many )?(?:(?:kind|best|warm|warmest|kindest)\s+)?(?:regards|wishes)|(?:yours )?(?:sincerely|faithfully|truly))\s*(?:[,.!-].{0,60})?$/i;
const SEPARATOR = /^\s*(?:--|_{2,9})\s*$/;
const DEVICE_LINE = /^\s*(?:sent from (?:my|the) |sent (?:via|using|with) |get outlook for )/i;
const THANKS_LINE =
  /^\s*(?:(?:many )?thanks|thank you|thx|ta|cheers|br|rgds)(?: (?:in advance|again|all|a lot))?[\s,.!]*$/i;
const AFTERWORD = /^\s*p\.?\s?s\.?\b/i;
const CONTACT =
  /\b(?:tel|phone|mob(?:ile)?|fax|ext|direct|office)\b\.?\s*[:.]?\s*\+?\(?\d[\d\s()./-]{5,}|^\s*\+?\(?\d[\d\s()./-]{7,}\s*$|\bwww\.|@[a-z0-9-]+\.[a-z]/i;
const SENTENCE_WORDS =
  /\b(?:is|are|was|were|the|it|not|has|have|does|do|did|says?|still|when|i|my|we|but|on|off)\b/i;

/** A line as it stands in a signature: short, starting with a capital, no sentence. */
const nameLike = (text: string): boolean =>
  /^\s*[\p{Lu}\d+(@]/u.test(text) &&
  text.trim().split(/\s+/).length <= 6 &&
  !SENTENCE_WORDS.test(text) &&
  !/[.?!:]\s*$/.test(text);

function split(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  return lines;
}

function startsSignature(lines: readonly RawLine[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (FAREWELL.test(text) || SEPARATOR.test(text) || DEVICE_LINE.test(text)) return true;
  if (!THANKS_LINE.test(text)) return false;
  const following = lines.slice(at + 1, at + 4).find((line) => line.text.trim() !== '');
  return following !== undefined && nameLike(following.text);
}

function partsByMarks(lines: readonly RawLine[]): Part[] {
  const parts: Part[] = [];
  let mode: Part = 'own';
  let said = false;
  for (const [at, line] of lines.entries()) {
    const header = HEADER.test(line.text);
    if (said && (EARLIER_STARTS.test(line.text) || (header && HEADER.test(lines[at + 1]?.text ?? ''))))
      mode = 'earlier';
    else if (mode === 'own' && said && startsSignature(lines, at)) mode = 'aside';
    else if (mode === 'aside' && AFTERWORD.test(line.text)) mode = 'own';
    if (QUOTE_MARK.test(line.text)) parts.push('earlier');
    else if (header || EARLIER_STARTS.test(line.text)) parts.push('aside');
    else parts.push(mode);
    if (parts[at] === 'own' && line.text.trim() !== '') said = true;
  }
  return parts;
}

/** Marks a block of names, titles and numbers at the end of the own lines, which no farewell announced. */
function markContacts(lines: readonly RawLine[], parts: Part[]): void {
  const own = parts.flatMap((part, at) => (part === 'own' && lines[at]?.text.trim() !== '' ? [at] : []));
  const tail = own.slice(-6);
  const lowest = tail.findIndex(
    (at) => CONTACT.test(lines[at]?.text ?? '') && (lines[at]?.text.length ?? 0) < 100,
  );
  if (lowest < 0 || own.length < 3) return;
  let first = lowest;
  while (first > 0 && nameLike(lines[tail[first - 1] ?? 0]?.text ?? '')) first--;
  if (own.length === tail.length && first === 0) return;
  for (const at of tail.slice(first)) {
    const text = lines[at]?.text ?? '';
    if (CONTACT.test(text) || nameLike(text)) parts[at] = 'aside';
  }
}

/** Where nothing but fields is written (`ticket: reader is dark`) they are what the person says. */
function ownHeaders(lines: readonly RawLine[], parts: Part[]): void {
  for (const [at, line] of lines.entries()) if (HEADER.test(line.text)) parts[at] = 'own';
}

/** Tells for every line of a text whose it is. */
export function layOut(text: string): Line[] {
  const lines = split(text);
  const parts = partsByMarks(lines);
  markContacts(lines, parts);
  if (!lines.some((line, at) => parts[at] === 'own' && line.text.trim() !== '')) ownHeaders(lines, parts);
  return lines.map((line, at) => ({ start: line.start, end: line.end, part: parts[at] ?? 'own' }));
}
