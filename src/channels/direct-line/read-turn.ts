/** From an activity to a turn, and the ids by which both are known. */

import { randomUUID } from 'node:crypto';
import type { UserTurn } from '../../core/conversation.ts';
import { activityId } from '../activity/message.ts';
import { readPressed } from '../activity/pressed.ts';
import { LONGEST_TEXT } from '../activity/reading-limits.ts';
import type { ClientActivity } from './read-activity.ts';

/** Key of the state: a conversation has one person, the one of its token. */
export const keyOf = (conversationId: string): string => JSON.stringify(['directline', conversationId]);

/** Id of the turn in which a conversation begins; it is answered once, however often it is begun. */
export const JOINED = 'joined';

/** Turns that a client gave an id to; no other turn begins so. */
const CLIENT = 'client/';

/** Id of the activity that made a turn: the same for the same turn, whenever and by whomever it is read. */
export const activityIdOf = (conversationId: string, turnId: string): string =>
  activityId(`${keyOf(conversationId)}/${turnId}`);

/** The client's own id of the message that made a turn; null where it gave none. */
export const clientActivityIdOf = (turnId: string): string | null =>
  turnId.startsWith(CLIENT) ? turnId.slice(CLIENT.length) : null;

/** Null for what needs no answer: typing, events, and everything that is no message. */
export function readTurn(activity: ClientActivity, at: number): UserTurn | null {
  if (activity.type !== 'message') return null;
  const given = activity.channelData?.clientActivityID;
  const id = given === undefined ? `activity/${randomUUID()}` : `${CLIENT}${given}`;
  const pressed = readPressed(activity.value);
  if (pressed !== null && 'of' in pressed)
    return { kind: 'chose', id, at, of: pressed.of, choice: pressed.choice };
  const text = pressed === null ? (activity.text ?? '').slice(0, LONGEST_TEXT) : pressed.say;
  return { kind: 'said', id, at, text, messageId: null, attachments: activity.attachments?.length ?? 0 };
}
