/**
 * Which lines of a message are the person's own. Tickets carry headers, signatures and earlier mail: the names and
 * job titles in them say nothing of the case.
 */

import type { MailGrammar } from './grammar.ts';

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

const QUOTE_MARK = /^\s*>/;
const SEPARATOR = /^\s*(?:--|_{2,9})\s*$/;

/** A line as it stands in a signature: short, starting with a capital, no sentence. */
const nameLike = (mail: MailGrammar, text: string): boolean =>
  /^\s*[\p{Lu}\d+(@]/u.test(text) &&
  text.trim().split(/\s+/).length <= 6 &&
  !mail.sentence.test(text) &&
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

function startsSignature(mail: MailGrammar, lines: readonly RawLine[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (mail.farewell.test(text) || SEPARATOR.test(text) || mail.program.test(text)) return true;
  if (!mail.thanks.test(text)) return false;
  const following = lines.slice(at + 1, at + 4).find((line) => line.text.trim() !== '');
  return following !== undefined && nameLike(mail, following.text);
}

function partsByMarks(mail: MailGrammar, lines: readonly RawLine[]): Part[] {
  const parts: Part[] = [];
  let mode: Part = 'own';
  let said = false;
  for (const [at, line] of lines.entries()) {
    const header = mail.field.test(line.text);
    if (said && (mail.earlier.test(line.text) || (header && mail.field.test(lines[at + 1]?.text ?? ''))))
      mode = 'earlier';
    else if (mode === 'own' && said && startsSignature(mail, lines, at)) mode = 'aside';
    else if (mode === 'aside' && mail.afterword.test(line.text)) mode = 'own';
    if (QUOTE_MARK.test(line.text)) parts.push('earlier');
    else if (header || mail.earlier.test(line.text)) parts.push('aside');
    else parts.push(mode);
    if (parts[at] === 'own' && line.text.trim() !== '') said = true;
  }
  return parts;
}

/** Marks a block of names, titles and numbers at the end of the own lines, which no farewell announced. */
function markContacts(mail: MailGrammar, lines: readonly RawLine[], parts: Part[]): void {
  const own = parts.flatMap((part, at) => (part === 'own' && lines[at]?.text.trim() !== '' ? [at] : []));
  const tail = own.slice(-6);
  const lowest = tail.findIndex(
    (at) => mail.contact.test(lines[at]?.text ?? '') && (lines[at]?.text.length ?? 0) < 100,
  );
  if (lowest < 0 || own.length < 3) return;
  let first = lowest;
  while (first > 0 && nameLike(mail, lines[tail[first - 1] ?? 0]?.text ?? '')) first--;
  if (own.length === tail.length && first === 0) return;
  for (const at of tail.slice(first)) {
    const text = lines[at]?.text ?? '';
    if (mail.contact.test(text) || nameLike(mail, text)) parts[at] = 'aside';
  }
}

/** Where nothing but fields is written (`ticket: reader is dark`) they are what the person says. */
function ownHeaders(mail: MailGrammar, lines: readonly RawLine[], parts: Part[]): void {
  for (const [at, line] of lines.entries()) if (mail.field.test(line.text)) parts[at] = 'own';
}

/** Tells for every line of a text whose it is. */
export function layOut(mail: MailGrammar, text: string): Line[] {
  const lines = split(text);
  const parts = partsByMarks(mail, lines);
  markContacts(mail, lines, parts);
  if (!lines.some((line, at) => parts[at] === 'own' && line.text.trim() !== ''))
    ownHeaders(mail, lines, parts);
  return lines.map((line, at) => ({ start: line.start, end: line.end, part: parts[at] ?? 'own' }));
}
