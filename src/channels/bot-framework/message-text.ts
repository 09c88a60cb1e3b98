/** The words of a message, without those that only call the bot. */

import { LONGEST_TEXT } from '../activity/reading-limits.ts';
import { type IncomingActivity, type Mention, mentionsOf } from './activity.ts';
import { htmlToText } from './html-text.ts';

/** What was written, and how many photos or files came with it. */
export interface MessageText {
  readonly text: string;
  readonly attachments: number;
}

/** Attachments that repeat or quote what the text says. */
const NOT_FILES = /^(text\/html$|text\/plain$|messagereference$|application\/vnd\.microsoft\.card\.)/i;

/** Teams keeps pasted line breaks in its HTML attachment only, so that one goes first. */
export function messageText(activity: IncomingActivity): MessageText {
  const attachments = activity.attachments ?? [];
  const files = attachments.filter((attachment) => !NOT_FILES.test(attachment.contentType ?? '')).length;
  const html = attachments.find((attachment) => /^text\/html$/i.test(attachment.contentType ?? ''))?.content;
  const read = typeof html === 'string' ? htmlToText(html, botName(activity)) : null;
  const text = read !== null && read.text !== '' ? read.text : withoutMentions(activity);
  // A picture in the text usually stands among the attachments too; it counts once.
  return { text, attachments: Math.max(files, read?.pictures ?? 0) };
}

/** Mentions of the bot itself. */
function ownMentions(activity: IncomingActivity): readonly Mention[] {
  return mentionsOf(activity).filter((mention) => mention.mentioned.id === activity.recipient?.id);
}

/** How mentions name the bot: not always its own name, an administrator may have changed it. */
function botName(activity: IncomingActivity): string | null {
  const [own] = ownMentions(activity);
  return own?.mentioned.name ?? inner(own?.text ?? '') ?? activity.recipient?.name ?? null;
}

function inner(text: string): string | null {
  return /<at[^<>]*>([^<>]*)<\/at>/i.exec(text)?.[1]?.trim() ?? null;
}

/**
 * How many ways to call the bot are looked for in one message. Range 1..50, default 5: a message calls it in one way,
 * however often; each more is a walk through the text.
 */
const MOST_CALLS = 5;

/** The text of a message that has no HTML, cut at `LONGEST_TEXT`. */
function withoutMentions(activity: IncomingActivity): string {
  const called = ownMentions(activity).map((mention) => mention.text ?? '');
  const calls = [...new Set(called.filter((text) => text.trim() !== ''))].slice(0, MOST_CALLS);
  const rest = calls.reduce(
    (text, call) => text.replaceAll(call, ' '),
    (activity.text ?? '').slice(0, LONGEST_TEXT),
  );
  const name = botName(activity);
  return rest
    .replace(/<at[^<>]*>([^<>]*)<\/at>/gi, (_, called: string) => (called.trim() === name ? ' ' : called))
    .trim();
}
