/** From an activity to a turn. */

import { randomUUID } from 'node:crypto';
import type { UserTurn } from '../../core/conversation.ts';
import { readPressed } from '../activity/pressed.ts';
import type { IncomingActivity } from './activity.ts';
import { messageText } from './message-text.ts';

/** A turn and the conversation it belongs to. */
export interface ReadTurn {
  /** Key of the state. */
  readonly conversation: string;
  readonly turn: UserTurn;
}

/** Null for what needs no answer: typing, reactions, people who leave, events of other programs. */
export function readTurn(activity: IncomingActivity, at: number): ReadTurn | null {
  switch (activity.type) {
    case 'message':
      return { conversation: keyOf(activity), turn: messageTurn(activity, at) };
    case 'messageUpdate':
      return changed(activity, (messageId) => {
        const { text } = messageText(activity);
        return { kind: 'edited', id: changeId(activity), at, messageId, text };
      });
    case 'messageDelete':
      return changed(activity, (messageId) => ({
        kind: 'deleted',
        id: changeId(activity),
        at,
        messageId,
      }));
    case 'conversationUpdate':
      return (activity.membersAdded ?? []).length > 0 ? joined(activity, at) : null;
    case 'installationUpdate':
      return activity.action?.startsWith('add') ? joined(activity, at) : null;
    default:
      return null;
  }
}

function messageTurn(activity: IncomingActivity, at: number): UserTurn {
  const id = activity.id ?? '';
  const pressed = readPressed(activity.value);
  if (pressed !== null && 'of' in pressed)
    return { kind: 'chose', id, at, of: pressed.of, choice: pressed.choice };
  if (pressed !== null) return { kind: 'said', id, at, text: pressed.say, messageId: null, attachments: 0 };
  return { kind: 'said', id, at, messageId: id, ...messageText(activity) };
}

/**
 * The channel tells of the bot and of each person, and may tell it again: one welcome per conversation comes of
 * giving all of them one turn id, and a key without a person.
 */
function joined(activity: IncomingActivity, at: number): ReadTurn {
  return { conversation: keyFrom(activity, ''), turn: { kind: 'joined', id: 'joined', at } };
}

function changed(activity: IncomingActivity, turn: (messageId: string) => UserTurn): ReadTurn | null {
  const messageId = activity.id ?? '';
  return messageId === '' ? null : { conversation: keyOf(activity), turn: turn(messageId) };
}

/**
 * An edit carries the id of the message that it edits, so the time makes its own. The text may hold secrets and is
 * no part of it, not even as a hash; an edit without a time is answered each time it comes, which changes nothing.
 */
function changeId(activity: IncomingActivity): string {
  return JSON.stringify([activity.type, activity.id, activity.timestamp ?? randomUUID()]);
}

/** Channel, conversation with its thread, and sender: people in one group chat do not mix. */
function keyOf(activity: IncomingActivity): string {
  return keyFrom(activity, activity.from.id);
}

function keyFrom(activity: IncomingActivity, sender: string): string {
  // In Teams channels the id of a conversation ends in `;messageid=`, which is its thread.
  return JSON.stringify([activity.channelId, activity.conversation.id, sender]);
}
