/** Replies as Bot Framework activities, one each. */

import type { Activity } from 'botbuilder';
import type { Reply } from '../../core/conversation.ts';
import { activityId, messageContent } from '../activity/message.ts';
import type { RoleLabel } from '../activity/reply-card.ts';
import type { Place } from './address.ts';

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
  const id = activityId(replyId);
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
    ...messageContent(reply, roleLabel, CARD_CHANNELS.has(place.channelId)),
    // The connector gives its own ids to what it delivers; this one stays the same when a reply is sent again.
    channelData: { keyturn: { id, kind: reply.kind, reply: reply.id } },
  };
}

function conversationOf({ conversation }: Place): Activity['conversation'] {
  const { id, isGroup = false, conversationType = 'personal', tenantId } = conversation;
  return { id, name: '', isGroup, conversationType, ...(tenantId === undefined ? {} : { tenantId }) };
}
