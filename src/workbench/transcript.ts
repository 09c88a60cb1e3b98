/** What a person did in a conversation that is written down, in any of the forms that the program writes. */

import { z } from 'zod';

/** One thing that a person did. */
export type Doing =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'chose'; readonly choice: string };

const NOTHING: readonly Doing[] = [];
const said = (text: string): readonly Doing[] =>
  text.trim() === '' ? NOTHING : [{ kind: 'said', text: text.trim() }];

/** A line of the transcript of a ticket. */
const spokenLine = z
  .object({ from: z.enum(['person', 'bot']), text: z.string() })
  .transform(({ from, text }) => (from === 'person' ? said(text) : NOTHING));
const ticket = z.object({ transcript: z.array(spokenLine) }).transform(({ transcript }) => transcript.flat());

/** Each form of a JSON line, and what the person did in it. The first that fits counts. */
const line: z.ZodType<readonly Doing[]> = z.union([
  // chat --transcript
  z.object({ person: z.string() }).transform(({ person }) => said(person)),
  z
    .object({ chose: z.string() })
    .transform(({ chose }): readonly Doing[] => [{ kind: 'chose', choice: chose }]),
  z.object({ bot: z.array(z.unknown()) }).transform(() => NOTHING),
  // a ticket that was handed over
  spokenLine,
  ticket,
  z.object({ summary: ticket }).transform(({ summary }) => summary),
  // ask --json and what triage prints; what triage reads
  z
    .object({ understood: z.object({ text: z.string() }) })
    .transform(({ understood }) => said(understood.text)),
  z.object({ id: z.union([z.string(), z.number()]), text: z.string() }).transform(({ text }) => said(text)),
]);

/**
 * Reads a conversation: JSON (one value, or a value a line), a console with "> " before what was typed, or paragraphs
 * that begin with "you" and "keyturn". A text in none of these forms is one message. Empty where nobody said anything.
 */
export function doingsIn(text: string): readonly Doing[] {
  const clean = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const json = jsonDoings(clean);
  if (json !== null) return json;
  // A mail quotes with "> ", too.
  if (MAIL.test(clean) && !SPEAKER.test(clean)) return said(clean);
  return paragraphs(clean) ?? typedLines(clean) ?? said(clean);
}

function jsonDoings(text: string): readonly Doing[] | null {
  const whole = parsed(text);
  const values =
    whole === undefined
      ? text
          .split('\n')
          .filter((each) => each.trim() !== '')
          .map(parsed)
      : [whole].flat();
  const read = values.map((value) => line.safeParse(value));
  if (read.length === 0 || !read.every(({ success }) => success)) return null;
  return read.flatMap(({ data }) => data ?? []);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The head of a mail or a ticket. */
const MAIL = /^(?:from|to|subject):[ \t]/imu;

const SPEAKER = /^(you|user|person|keyturn|bot)(?::[ \t]*|[ \t]{2,})/imu;

/** `you      …` and `keyturn  …`, each up to the next of them; null where nobody is marked so. */
function paragraphs(text: string): readonly Doing[] | null {
  if (!SPEAKER.test(text)) return null;
  return text.split(/^(?=(?:you|user|person|keyturn|bot)(?::|[ \t]{2,}))/imu).flatMap((part) => {
    const speaker = SPEAKER.exec(part);
    if (speaker === null || /^(keyturn|bot)$/iu.test(speaker[1] ?? '')) return NOTHING;
    const indent = new RegExp(`^[ \\t]{1,${speaker[0].length}}`, 'gmu');
    return said(part.slice(speaker[0].length).replace(indent, ''));
  });
}

/** What stands behind the prompt of `chat`; null where there is no prompt. */
function typedLines(text: string): readonly Doing[] | null {
  const typed = text.split('\n').filter((each) => /^> ?/u.test(each));
  return typed.length === 0 ? null : typed.flatMap((each) => said(each.replace(/^> ?/u, '')));
}
