/** Sends what waits in the outbox to the address that a channel gave. */

import { DeliveryFailed, type OutboxItem, type Sender } from '../../ports.ts';
import type { RoleLabel } from '../activity/reply-card.ts';
import { CHANNEL, isLoopback, readAddress } from './address.ts';
import { type OutgoingActivity, renderReply } from './render.ts';

export interface SenderParts {
  readonly post: (serviceUrl: string, activity: OutgoingActivity) => Promise<void>;
  readonly roleLabel: RoleLabel;
  /** True: whoever calls is not known, so only this machine is called back. */
  readonly anonymous: boolean;
}

export function createSender(parts: SenderParts): Sender {
  return {
    channel: CHANNEL,
    async send(item: OutboxItem) {
      const place = readAddress(item.address);
      if (parts.anonymous && !isLoopback(place.serviceUrl)) {
        throw new DeliveryFailed('Without an app id only addresses of this machine are called.', {
          permanent: true,
        });
      }
      const activity = renderReply(item.reply, item.id, place, parts.roleLabel);
      if (activity === null) return;
      await parts.post(place.serviceUrl, activity);
    },
  };
}
