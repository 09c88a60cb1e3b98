/** Lines of a conversation, for tests of what is made of them. */

import type { ChoiceOf, Reply } from '../../../src/core/conversation.ts';
import type { BotLine, Delivery, PersonLine } from '../../../src/web/chat/connection/snapshot.ts';

const OF: ChoiceOf = { kind: 'question', id: 'lamp', turn: 2 };
const CHOICES = [
  { id: 'on', label: 'On' },
  { id: 'off', label: 'Off' },
];

/** What a person typed. */
export const said = (text: string, delivery: Delivery = 'sent'): PersonLine => ({
  from: 'person',
  id: `said ${text}`,
  at: 60_000,
  text,
  pressed: null,
  delivery,
});

/** A button that was pressed. */
export const pressed = (text: string, delivery: Delivery = 'sent'): PersonLine => ({
  ...said(text, delivery),
  pressed: OF,
});

/** A reply, as a line of this id. */
export const bot = (id: string, reply: Reply): BotLine => ({
  from: 'bot',
  id,
  at: 120_000,
  reply,
  roles: { barista: 'Barista' },
});

/** Words and nothing to press. */
export const words = (
  id: string,
  kind: 'smalltalk' | 'closing' | 'restart' | 'refusal' = 'smalltalk',
): BotLine => bot(id, { kind, id, text: 'Well.' });

/** What is said to a side question. */
export const answer = (id: string): BotLine =>
  bot(id, { kind: 'answer', id: 'safe', text: 'It is safe.', sources: ['P1'] });

export const question = (id: string): BotLine =>
  bot(id, {
    kind: 'question',
    id: 'lamp',
    text: 'Is the lamp on?',
    why: 'It tells.',
    choices: CHOICES,
    of: OF,
  });

/** The same question, with the answer that it seems to have. */
export const confirm = (id: string): BotLine =>
  bot(id, {
    kind: 'confirm',
    id: 'lamp',
    text: 'Do you mean this: On?',
    why: 'It tells.',
    choices: CHOICES,
    of: { kind: 'confirm', id: 'lamp', turn: 2 },
  });

export const remedy = (id: string): BotLine =>
  bot(id, {
    kind: 'remedy',
    id: 'no-water',
    text: 'The tank is empty. No water, no coffee.',
    why: 'What points to it: “red”.',
    steps: [
      {
        id: 'unplug',
        by: 'barista',
        mayDo: true,
        title: 'Look into the tank',
        caution: 'It is hot.',
        do: 'Open it.',
        see: 'Steam.',
        cannot: 'Wait.',
      },
      {
        id: 'fill',
        by: 'owner',
        mayDo: false,
        caution: null,
        do: 'Fetch the owner.',
        see: null,
        cannot: null,
      },
    ],
    choices: CHOICES,
    of: { kind: 'remedy', id: 'no-water', turn: 3 },
  });

export const handover = (id: string, offers = false): BotLine =>
  bot(id, {
    kind: 'handover',
    id: 'asked',
    text: 'Of course.',
    why: '',
    summary: ['Known: “red”'],
    contacts: ['The owner: 0123 456 789'],
    choices: offers ? CHOICES : [],
  });
