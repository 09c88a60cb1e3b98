/** What a reply looks like as a Bot Framework message, wherever it is sent to. */

import { createHash } from 'node:crypto';
import { isOffer, type Reply } from '../../core/conversation.ts';
import { CARD_TYPE, type Card } from './card.ts';
import { cardOf, type RoleLabel } from './reply-card.ts';
import { textOf } from './reply-text.ts';

/** The content of a message: a card where there is something to press or to tick off, and text elsewhere. */
export type MessageContent = {
  readonly inputHint: 'expectingInput' | 'acceptingInput';
} & (
  | { readonly text: string; readonly textFormat: 'plain' }
  | {
      readonly summary: string;
      /** All that the card says, to be read aloud. */
      readonly speak: string;
      readonly attachments: { readonly contentType: typeof CARD_TYPE; readonly content: Card }[];
      readonly attachmentLayout: 'list';
    }
);

/** Renders a reply. `cards` false: for clients that show none, everything as text. */
export function messageContent(reply: Reply, roleLabel: RoleLabel, cards: boolean): MessageContent {
  const text = textOf(reply, roleLabel);
  const card = cards ? cardOf(reply, text, roleLabel) : null;
  const inputHint = isOffer(reply) ? 'expectingInput' : 'acceptingInput';
  if (card === null) return { inputHint, text, textFormat: 'plain' };
  return {
    inputHint,
    summary: reply.text,
    speak: text,
    attachments: [{ contentType: CARD_TYPE, content: card }],
    attachmentLayout: 'list',
  };
}

/** The id of an activity: short, the same for the same turn or reply id, and tells nothing of whom it is for. */
export function activityId(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 27);
}
