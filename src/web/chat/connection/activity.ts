/** Direct Line's activities, read as lines of the chat and written as messages. */

import type { Unsent } from './kept.ts';
import { isChoiceOf, isLabels, isRecord, isReply } from './shapes.ts';
import type { BotLine, PersonLine } from './snapshot.ts';

/** What was said, in the order of the server, and how far that reads. */
export interface ActivitySet {
  readonly lines: readonly ReadLine[];
  /** Null where it does not tell, as with a sign of typing. */
  readonly watermark: string | null;
}

/** A line with the id that the server gave it. */
export interface ReadLine {
  readonly activityId: string;
  readonly line: BotLine | PersonLine;
}

/** Null where it is no set of activities. What is no message is passed over. */
export function readActivitySet(value: unknown): ActivitySet | null {
  if (!isRecord(value) || !Array.isArray(value.activities)) return null;
  const { watermark } = value;
  return {
    lines: value.activities.flatMap(readActivity),
    watermark: typeof watermark === 'string' || typeof watermark === 'number' ? String(watermark) : null,
  };
}

function readActivity(value: unknown): readonly ReadLine[] {
  if (!isRecord(value) || value.type !== 'message' || typeof value.id !== 'string') return [];
  const from = isRecord(value.from) ? value.from.role : null;
  const at = Date.parse(String(value.timestamp)) || 0;
  const channelData = isRecord(value.channelData) ? value.channelData : {};
  const line =
    from === 'bot'
      ? readBotLine(value.id, at, channelData.keyturn)
      : readPersonLine(value.id, at, value.text, value.value, channelData.clientActivityID);
  return line === null ? [] : [{ activityId: value.id, line }];
}

function readBotLine(id: string, at: number, keyturn: unknown): BotLine | null {
  if (!isRecord(keyturn)) return null;
  const { reply, roles } = keyturn;
  const known = isLabels(roles) ? roles : {};
  if (isReply(reply)) return { from: 'bot', id, at, reply, roles: known };
  // A newer server may say things in ways that this page does not know yet: its words are shown.
  if (!isRecord(reply) || typeof reply.text !== 'string') return null;
  return { from: 'bot', id, at, reply: { kind: 'smalltalk', id, text: reply.text }, roles: known };
}

function readPersonLine(
  activityId: string,
  at: number,
  text: unknown,
  value: unknown,
  clientId: unknown,
): PersonLine {
  const pressed = isRecord(value) && isRecord(value.keyturn) ? value.keyturn.of : null;
  return {
    from: 'person',
    id: typeof clientId === 'string' ? clientId : activityId,
    at,
    text: typeof text === 'string' ? text : '',
    pressed: isChoiceOf(pressed) ? pressed : null,
    delivery: 'sent',
  };
}

/** A message as the server takes it: under the same id it is answered once, however often it comes. */
export function writeMessage({ id, text, pressed }: Unsent): object {
  return {
    type: 'message',
    text,
    ...(pressed === null ? {} : { value: { keyturn: pressed } }),
    channelData: { clientActivityID: id },
  };
}
