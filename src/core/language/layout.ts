/**
 * Which lines of a message are the person's own. Tickets carry headers, signatures and earlier mail: the names and
 * job titles in them say nothing of the case.
 */

import type { MailGrammar } from './grammar.ts';

/** `own`: what the person says. `aside`: header fields and signatures. `earlier`: quoted mail. */
export type Part = 'own' | 'aside' | 'earlier';

/** A line, and where it ends in the text, without its line end. */
export interface Line {
  readonly end: number;
  readonly part: Part;
}

const QUOTE_MARK = /^\s*>/;
const SEPARATOR = /^\s*(?:--|_{2,9})\s*$/;

/** A line as it stands in a signature: short, starting with a capital, no sentence. */
const nameLike = (mail: MailGrammar, text: string): boolean =>
  /^\s*[\p{Lu}\d+(@]/u.test(text) &&
  text.trim().split(/\s+/).length <= 6 &&
  !mail.sentence.test(text) &&
  !/[.?!:]\s*$/.test(text);

function startsSignature(mail: MailGrammar, lines: readonly string[], at: number): boolean {
  const text = lines[at] ?? '';
  if (mail.farewell.test(text) || SEPARATOR.test(text) || mail.program.test(text)) return true;
  if (!mail.thanks.test(text)) return false;
  const following = lines.slice(at + 1, at + 4).find((line) => line.trim() !== '');
  return following !== undefined && nameLike(mail, following);
}

function partsByMarks(mail: MailGrammar, lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let mode: Part = 'own';
  let said = false;
  for (const [at, line] of lines.entries()) {
    const header = mail.field.test(line);
    if (said && (mail.earlier.test(line) || (header && mail.field.test(lines[at + 1] ?? ''))))
      mode = 'earlier';
    else if (mode === 'own' && said && startsSignature(mail, lines, at)) mode = 'aside';
    else if (mode === 'aside' && mail.afterword.test(line)) mode = 'own';
    if (QUOTE_MARK.test(line)) parts.push('earlier');
    else if (header || mail.earlier.test(line)) parts.push('aside');
    else parts.push(mode);
    if (parts[at] === 'own' && line.trim() !== '') said = true;
  }
  return parts;
}

/** Marks a block of names, titles and numbers at the end of the own lines, which no farewell announced. */
function markContacts(mail: MailGrammar, lines: readonly string[], parts: Part[]): void {
  const own = parts.flatMap((part, at) => (part === 'own' && lines[at]?.trim() !== '' ? [at] : []));
  const tail = own.slice(-6);
  const textAt = (at = -1): string => lines[at] ?? '';
  const lowest = tail.findIndex((at) => mail.contact.test(textAt(at)) && textAt(at).length < 100);
  if (lowest < 0 || own.length < 3) return;
  let first = lowest;
  while (first > 0 && nameLike(mail, textAt(tail[first - 1]))) first--;
  if (own.length === tail.length && first === 0) return;
  for (const at of tail.slice(first))
    if (mail.contact.test(textAt(at)) || nameLike(mail, textAt(at))) parts[at] = 'aside';
}

/** Tells for every line of a text whose it is. Where nothing but fields is written (`ticket: reader is dark`) they are the person's. */
export function layOut(mail: MailGrammar, text: string): Line[] {
  const lines = text.split('\n');
  const parts = partsByMarks(mail, lines);
  markContacts(mail, lines, parts);
  const isSaid = lines.some((line, at) => parts[at] === 'own' && line.trim() !== '');
  let end = -1;
  return lines.map((line, at) => {
    end += 1 + line.length;
    return { end, part: isSaid || !mail.field.test(line) ? (parts[at] ?? 'own') : 'own' };
  });
}
