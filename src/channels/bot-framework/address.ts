/** Where a reply goes, as the store keeps it: what the connector needs, and no names of people. */

import { z } from 'zod';
import type { Address } from '../../ports.ts';
import type { IncomingActivity } from './activity.ts';

/** Name of this channel in addresses. */
export const CHANNEL = 'bot-framework';

const schema = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  conversation: z.object({
    id: z.string(),
    isGroup: z.boolean().optional(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  bot: z.string(),
  user: z.string(),
  /** The activity that is replied to; null: the conversation as a whole. */
  activity: z.string().nullable(),
  locale: z.string(),
});

export type Place = z.infer<typeof schema>;

/** The place from which an activity came. */
export function placeOf(activity: IncomingActivity): Place {
  const { conversation } = activity;
  return {
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    conversation: {
      id: conversation.id,
      ...(conversation.isGroup == null ? {} : { isGroup: conversation.isGroup }),
      ...(conversation.conversationType == null ? {} : { conversationType: conversation.conversationType }),
      ...(conversation.tenantId == null ? {} : { tenantId: conversation.tenantId }),
    },
    bot: activity.recipient?.id ?? 'bot',
    user: activity.from.id,
    activity: activity.type === 'message' ? (activity.id ?? null) : null,
    locale: activity.locale ?? 'en',
  };
}

export function writeAddress(place: Place): Address {
  return { channel: CHANNEL, to: JSON.stringify(place) };
}

/** Throws where the address is not one that `writeAddress` made. */
export function readAddress(address: Address): Place {
  return schema.parse(JSON.parse(address.to));
}

/** True for an address of this very machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
