/** Lines of a conversation as the activities that a client reads: made anew each time, and always the same. */

import { randomUUID } from 'node:crypto';
import type { Reply } from '../../core/conversation.ts';
import type { KeptLine } from '../../ports.ts';
import { activityId, type MessageContent, messageContent } from '../activity/message.ts';
import { type Pressed, writePressed } from '../activity/pressed.ts';
import type { RoleLabel } from '../activity/reply-card.ts';
import { activityIdOf, clientActivityIdOf, JOINED, keyOf } from './read-turn.ts';

/**
 * `cards`: replies as Bot Framework messages, for every client. `data`: replies as the core gave them, without card
 * and text, for clients that know them; a third of the bytes.
 */
export type Form = 'cards' | 'data';

/** The form that a request asks for. */
export const formOf = (query: URLSearchParams): Form => (query.get('replies') === 'data' ? 'data' : 'cards');

/** Who reads, and how. */
export interface View {
  readonly conversationId: string;
  readonly userId: string;
  readonly form: Form;
  readonly roleLabel: RoleLabel;
}

/** The bot, where a client wants to know who speaks. */
const BOT = { id: 'keyturn', role: 'bot' } as const;

/** What all activities that go out have. */
interface Outgoing {
  readonly type: 'message' | 'typing';
  /** Stable for a message. */
  readonly id: string;
  /** ISO 8601, of the commit of its turn. */
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly from: { readonly id: string; readonly role: 'user' | 'bot' };
  readonly conversation: { readonly id: string };
  /** The activity that was answered. */
  readonly replyToId?: string;
}

/** A message of the person, as it was understood: secrets are masked. */
interface PersonMessage extends Outgoing {
  readonly text: string;
  /** A star that somebody typed is a star, and makes nothing bold. */
  readonly textFormat: 'plain';
  /** The button that was pressed. */
  readonly value?: { readonly keyturn: Pressed };
  /** The client's own id of the message, where it gave one. */
  readonly channelData?: { readonly clientActivityID: string };
}

/** A reply in either form. */
type BotMessage = Outgoing &
  (
    | (MessageContent & {
        readonly channelData: {
          /** `reply`: the reply's own id. */
          readonly keyturn: { readonly id: string; readonly kind: Reply['kind']; readonly reply: string };
          /** What Web Chat has a screen reader say of a card, instead of "1 attachment". */
          readonly 'webchat:fallback-text'?: string;
        };
      })
    | {
        readonly channelData: {
          readonly keyturn: {
            readonly id: string;
            readonly kind: Reply['kind'];
            readonly reply: Reply;
            /** What the roles of the steps are called. */
            readonly roles: Readonly<Record<string, string>>;
          };
        };
      }
  );

/** An activity that goes out. */
export type OutgoingActivity = Outgoing | PersonMessage | BotMessage;

/** Null where nothing is to be shown because a human has the word. */
export function renderLine({ line, at }: KeptLine, view: View): OutgoingActivity | null {
  if (line.from === 'bot')
    return line.reply.kind === 'silent' ? null : botMessage(line.id, line.reply, at, view);
  const clientId = clientActivityIdOf(line.id);
  return {
    ...outgoing('message', activityIdOf(view.conversationId, line.id), at, view.conversationId),
    from: { id: view.userId, role: 'user' },
    text: line.text,
    textFormat: 'plain',
    ...(line.pressed === null ? {} : { value: writePressed(line.pressed) }),
    ...(clientId === null ? {} : { channelData: { clientActivityID: clientId } }),
  };
}

/** Says that an answer is being thought of. Never stored. */
export function typingActivity(at: number, conversationId: string): OutgoingActivity {
  return outgoing('typing', randomUUID(), at, conversationId);
}

function botMessage(replyId: string, reply: Reply, at: number, view: View): BotMessage {
  const { form, roleLabel } = view;
  const id = activityId(replyId);
  const common = { ...outgoing('message', id, at, view.conversationId), ...answered(replyId, view) };
  const { kind } = reply;
  if (form === 'cards') {
    const content = messageContent(reply, roleLabel, true);
    return {
      ...common,
      ...('text' in content ? { ...content, text: withoutEmptyLines(content.text) } : content),
      channelData: {
        keyturn: { id, kind, reply: reply.id },
        ...('speak' in content ? { 'webchat:fallback-text': content.speak } : {}),
      },
    };
  }
  return { ...common, channelData: { keyturn: { id, kind, reply, roles: rolesOf(reply, roleLabel) } } };
}

/** Web Chat makes a paragraph of each line, and a hole of an empty one. */
const withoutEmptyLines = (text: string): string => text.replace(/\n{2,}/g, '\n');

function outgoing(type: Outgoing['type'], id: string, at: number, conversationId: string): Outgoing {
  return {
    type,
    id,
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    from: BOT,
    conversation: { id: conversationId },
  };
}

/** The id of a reply is its turn's and a number; a welcome answers nobody. */
function answered(replyId: string, { conversationId }: View): Pick<Outgoing, 'replyToId'> {
  const turn = replyId.slice(0, replyId.lastIndexOf('/'));
  return turn === `${keyOf(conversationId)}/${JOINED}` ? {} : { replyToId: activityId(turn) };
}

function rolesOf(reply: Reply, roleLabel: RoleLabel): Readonly<Record<string, string>> {
  if (reply.kind !== 'remedy') return {};
  return Object.fromEntries(reply.steps.map(({ by }) => [by, roleLabel(by)]));
}
