/** Direct Line's activities, read as lines of the chat and written as messages. */

import type { Reply } from '../../../core/conversation.ts';
import type { Unsent } from './kept.ts';
import { fieldsOf, isChoiceOf, isLabels, isReply, isText } from './shapes.ts';
import type { BotLine, PersonLine } from './snapshot.ts';

/** What was said, in the order of the server, and how far that reads. */
export interface ActivitySet {
  readonly lines: readonly (BotLine | PersonLine)[];
  /** Null where it does not tell, as with a sign of typing. */
  readonly watermark: string | null;
}

/** Null where it is no set of activities. What is no message is passed over. */
export function readActivitySet(value: unknown): ActivitySet | null {
  const { activities, watermark } = fieldsOf(value);
  if (!Array.isArray(activities)) return null;
  return { lines: activities.flatMap(readActivity), watermark: isText(watermark) ? watermark : null };
}

function readActivity(activity: unknown): readonly (BotLine | PersonLine)[] {
  const { type, id, from, timestamp, text, value, channelData } = fieldsOf(activity);
  if (type !== 'message' || !isText(id)) return [];
  const { keyturn, clientActivityID } = fieldsOf(channelData);
  const at = Date.parse(String(timestamp)) || 0;
  if (fieldsOf(from).role === 'bot') {
    const { reply, roles } = fieldsOf(keyturn);
    const read = isReply(reply) ? reply : wordsOf(id, reply);
    if (read === null) return [];
    return [{ from: 'bot', id, at, reply: read, roles: isLabels(roles) ? roles : {} }];
  }
  const { of } = fieldsOf(fieldsOf(value).keyturn);
  return [
    {
      from: 'person',
      id: isText(clientActivityID) ? clientActivityID : id,
      at,
      text: isText(text) ? text : '',
      pressed: isChoiceOf(of) ? of : null,
      delivery: 'sent',
    },
  ];
}

/** A newer server may say things in ways that this page does not know yet: its words are shown. */
function wordsOf(id: string, reply: unknown): Reply | null {
  const { text } = fieldsOf(reply);
  return isText(text) ? { kind: 'smalltalk', id, text } : null;
}

/** A message as the server takes it: under the same id it is answered once, however often it comes. */
export function writeMessage({ id, text, pressed }: Unsent): object {
  return {
    type: 'message',
    text,
    value: pressed === null ? null : { keyturn: pressed },
    channelData: { clientActivityID: id },
  };
}
