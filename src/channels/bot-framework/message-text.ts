/** The words of a message, without those that only call the bot. */

import { type IncomingActivity, mentionsOf } from './activity.ts';
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

/** How mentions name the bot: not always its own name, an administrator may have changed it. */
function botName(activity: IncomingActivity): string | null {
  const own = mentionsOf(activity).find((mention) => mention.mentioned.id === activity.recipient?.id);
  return own?.mentioned.name ?? inner(own?.text ?? '') ?? activity.recipient?.name ?? null;
}

function inner(text: string): string | null {
  return /<at[^<>]*>([^<>]*)<\/at>/i.exec(text)?.[1]?.trim() ?? null;
}

function withoutMentions(activity: IncomingActivity): string {
  const ours = mentionsOf(activity).filter((mention) => mention.mentioned.id === activity.recipient?.id);
  const rest = ours.reduce(
    (text, mention) => (mention.text ? text.replaceAll(mention.text, ' ') : text),
    activity.text ?? '',
  );
  const name = botName(activity);
  return rest
    .replace(/<at[^<>]*>([^<>]*)<\/at>/gi, (_, called: string) => (called.trim() === name ? ' ' : called))
    .trim();
}
