/** First messages that tell of no fault, or that look like a request that is refused and are none. */

import { z } from 'zod';
import { newConversation } from '../../../src/core/conversation.ts';
import type { TurnExample } from '../../../src/core/knowledge/model.ts';
import type { Prepared } from '../../../src/core/prepare.ts';
import { respond } from '../../../src/core/respond.ts';
import { said } from '../../../src/simulate/person.ts';

const OFF_PATH = [
  'out-of-scope',
  'smalltalk',
  'closing',
  'human',
  'bypass-refusal',
  'unsafe',
  'harmless-lookalike',
  'restart',
  'report',
  'secret',
] as const;
export type OffPathAct = (typeof OFF_PATH)[number];

/** One line of a file of messages that are off the path of a diagnosis. */
export const offPathLine = z.object({
  text: z.string().min(1),
  act: z.enum(OFF_PATH),
  secrets: z.array(z.string()).default([]),
});
export type OffPathLine = z.infer<typeof offPathLine>;

/** What was made of one message. */
export interface OffPathOutcome {
  readonly act: OffPathAct;
  readonly heard: string;
  readonly right: boolean;
  readonly refused: boolean;
  /** Secrets of the text that stand in what is kept or said. */
  readonly shown: number;
}

const NAMES: Partial<Record<TurnExample['act'], OffPathAct>> = {
  bypass: 'bypass-refusal',
  report: 'report',
  unsafe: 'unsafe',
  human: 'human',
  restart: 'restart',
  closing: 'closing',
  smalltalk: 'smalltalk',
  'out-of-scope': 'out-of-scope',
};

/** An example that is said at any time as a line of a file; null where it belongs to a case. */
export function offPathLineOf({ says, act, while: pending }: TurnExample): OffPathLine | null {
  const named = NAMES[act];
  return named === undefined || pending !== 'nothing' ? null : { text: says, act: named, secrets: [] };
}

/** What a message may be heard as. */
const RIGHT: Readonly<Record<OffPathAct, readonly string[]>> = {
  'out-of-scope': ['out-of-scope'],
  smalltalk: ['smalltalk', 'thanks'],
  closing: ['closing', 'thanks', 'fixed'],
  human: ['human'],
  'bypass-refusal': ['bypass', 'unsafe'],
  unsafe: ['bypass', 'unsafe'],
  'harmless-lookalike': ['report', 'side-question', 'answer'],
  restart: ['restart'],
  report: ['report', 'answer'],
  secret: ['report', 'answer', 'smalltalk', 'unclear', 'other', 'side-question', 'human', 'out-of-scope'],
};

/** Says each message to a bot that has not met this person. */
export function measureOffPath(prepared: Prepared, lines: readonly OffPathLine[]): OffPathOutcome[] {
  return lines.map((line, at) => {
    const response = respond(prepared, newConversation(), said(line.text, `off-path-${at}`));
    const { heard } = response.reading;
    // The digits of a code stand in some probability, or in the hash of the knowledge, by chance.
    const kept = JSON.stringify(response, (key, value) =>
      typeof value === 'number' || key === 'knowledge' ? null : value,
    );
    const shown = line.secrets.filter((secret) => kept.includes(secret)).length;
    return {
      act: line.act,
      heard: heard.act,
      right: RIGHT[line.act].includes(heard.act) && shown === 0,
      refused: heard.refusal !== null,
      shown,
    };
  });
}
