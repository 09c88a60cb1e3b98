/** What a person sees of an activity: its text, or its card from top to bottom. */

import { z } from 'zod';
import type { Said } from './person.ts';

const cardSchema = z.object({
  content: z.object({
    body: z.array(z.unknown()),
    actions: z.array(z.object({ type: z.literal('Action.Submit'), title: z.string(), data: z.unknown() })),
  }),
});

const activitySchema = z.object({
  id: z.string().min(1),
  type: z.literal('message'),
  text: z.string().optional(),
  attachments: z.array(cardSchema).optional(),
  channelData: z.object({ keyturn: z.object({ id: z.string().min(1) }) }),
});

/** What a button sends. */
export interface Button {
  readonly label: string;
  readonly value: unknown;
}

/** An activity as a person reads it, with the buttons on it. Throws where it is none that can be shown. */
export function readActivity(activity: unknown): {
  readonly said: Said;
  readonly buttons: readonly Button[];
} {
  const { text = '', attachments = [], channelData } = activitySchema.parse(activity);
  const cards = attachments.map((attachment) => attachment.content);
  const buttons = cards.flatMap((card) =>
    card.actions.map((action) => ({ label: action.title, value: action.data })),
  );
  const labels = buttons.map((button) => button.label);
  const words = [text, ...cards.flatMap((card) => textsIn(card.body)), ...labels].join('\n');
  return { said: { id: channelData.keyturn.id, words, labels }, buttons };
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}

/** Words as clients put them into an activity: nothing typed is a message without a text. */
export const wordsToSend = (text: string): string | undefined => (text === '' ? undefined : text);
