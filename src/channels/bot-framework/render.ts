/** Replies as Bot Framework activities, one each. */

import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Reply } from '../../core/conversation.ts';
import type { Place } from './address.ts';
import { CARD_TYPE } from './card.ts';
import { cardOf, type RoleLabel } from './reply-card.ts';
import { textOf } from './reply-text.ts';

/** Channels known to show Adaptive Cards; the others get everything as text. */
const CARD_CHANNELS = new Set(['msteams', 'webchat', 'directline', 'directlinespeech', 'emulator', 'test']);

/** An activity that goes out. */
export type OutgoingActivity = Partial<Activity> & { readonly id: string; readonly type: string };

/** Renders a reply; null where nothing is to be shown because a human has the word. */
export function renderReply(
  reply: Reply,
  replyId: string,
  place: Place,
  roleLabel: RoleLabel,
): OutgoingActivity | null {
  if (reply.kind === 'silent') return null;
  const text = textOf(reply, roleLabel);
  const card = CARD_CHANNELS.has(place.channelId) ? cardOf(reply, text, roleLabel) : null;
  const id = stableId(replyId);
  return {
    type: 'message',
    id,
    channelId: place.channelId,
    serviceUrl: place.serviceUrl,
    conversation: conversationOf(place),
    from: { id: place.bot, name: '', role: 'bot' },
    recipient: { id: place.user, name: '' },
    ...(place.activity === null ? {} : { replyToId: place.activity }),
    locale: place.locale,
    inputHint: reply.kind === 'question' || reply.kind === 'remedy' ? 'expectingInput' : 'acceptingInput',
    ...(card === null
      ? { text, textFormat: 'plain' }
      : {
          summary: reply.text,
          speak: text,
          attachments: [{ contentType: CARD_TYPE, content: card }],
          attachmentLayout: 'list',
        }),
    // The connector gives its own ids to what it delivers; this one stays the same when a reply is sent again.
    channelData: { keyturn: { id, kind: reply.kind, reply: reply.id } },
  };
}

function conversationOf({ conversation }: Place): Activity['conversation'] {
  const { id, isGroup = false, conversationType = 'personal', tenantId } = conversation;
  return { id, name: '', isGroup, conversationType, ...(tenantId === undefined ? {} : { tenantId }) };
}

/** Short, and the same for the same reply; tells nothing of whom it is for. */
function stableId(replyId: string): string {
  return createHash('sha256').update(replyId).digest('base64url').slice(0, 27);
}
