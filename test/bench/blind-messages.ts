/** The blind messages, and what the bot makes of each of them when it comes first and nothing else is known. */

import { parse } from 'yaml';
import { z } from 'zod';
import { newConversation, type Response } from '../../src/core/conversation.ts';
import type { KnowledgeBase } from '../../src/core/knowledge/model.ts';
import type { Prepared } from '../../src/core/prepare.ts';
import { respond } from '../../src/core/respond.ts';
import { said } from '../../src/simulate/person.ts';

const MESSAGES = z.array(
  z.strictObject({
    id: z.string(),
    problem: z.string(),
    family: z.string(),
    by: z.enum(['cashier', 'help-desk', 'engineer', 'manager']),
    english: z.string(),
    text: z.string().min(1),
  }),
);

/** A first message, and what a knowledgeable colleague would take it for. */
export type BlindMessage = z.infer<typeof MESSAGES>[number];

/** How a miss came about, from "was not taken for a report" to "nearly". */
export type Kind =
  | 'not taken for a report'
  | 'no family named'
  | 'another family'
  | 'right family, problem not among three'
  | 'right family, problem second or third';

/** What was made of one message. */
export interface Outcome {
  readonly message: BlindMessage;
  readonly family: boolean;
  /** Place of the right problem, 1..5; null where it is not among the five that are told. */
  readonly place: number | null;
  /** The problem whose remedy was shown at once; null where a question or something else came. */
  readonly remedy: string | null;
  /** Null where the right problem came first. */
  readonly miss: Miss | null;
}

/** What was made of a message whose problem did not come first. */
export interface Miss {
  readonly id: string;
  readonly problem: string;
  readonly first: string | null;
  readonly place: number | null;
  readonly family: string;
  readonly heardFamily: string | null;
  readonly act: string;
  readonly next: string;
  readonly kind: Kind;
}

/**
 * Reads the messages.
 * @throws Error where the file is not as it should be, or names a problem or family that the base does not have.
 */
export function readMessages(yaml: string, kb: KnowledgeBase): BlindMessage[] {
  const messages = MESSAGES.parse(parse(yaml));
  for (const { id, problem, family } of messages) {
    const known = kb.problems.find((each) => each.id === problem);
    if (known === undefined) throw new Error(`${id}: the knowledge base has no problem "${problem}"`);
    if (known.families[family] === undefined)
      throw new Error(`${id}: the problem "${problem}" is not of the family "${family}"`);
  }
  const twice = messages.find(({ id }, at) => messages.findIndex((each) => each.id === id) < at);
  if (twice !== undefined) throw new Error(`${twice.id}: two messages have this id`);
  return messages;
}

/** Says the message to a bot that has not met this person; their role is not known. */
export function outcomeOf(prepared: Prepared, message: BlindMessage): Outcome {
  const response = respond(prepared, newConversation(), said(message.text, message.id));
  const at = response.reading.problems.findIndex(({ id }) => id === message.problem);
  const place = at < 0 ? null : at + 1;
  const remedy = response.replies.find(({ kind }) => kind === 'remedy');
  return {
    message,
    family: response.reading.family?.id === message.family,
    place,
    remedy: remedy?.id ?? null,
    miss: place === 1 ? null : missOf(message, response, place),
  };
}

function missOf(message: BlindMessage, { reading, replies }: Response, place: number | null): Miss {
  const last = replies.at(-1);
  return {
    id: message.id,
    problem: message.problem,
    first: reading.problems[0]?.id ?? null,
    place,
    family: message.family,
    heardFamily: reading.family?.id ?? null,
    act: reading.heard.act,
    next: last === undefined ? 'nothing' : `${last.kind} ${last.id}`,
    kind: kindOf(message, reading, place),
  };
}

function kindOf(message: BlindMessage, reading: Response['reading'], place: number | null): Kind {
  if (reading.heard.act !== 'report') return 'not taken for a report';
  if (reading.family === null) return 'no family named';
  if (reading.family.id !== message.family) return 'another family';
  return place !== null && place <= 3
    ? 'right family, problem second or third'
    : 'right family, problem not among three';
}
