/** What is said while a remedy or a question waits, and what the bot takes each turn to do. */

import { z } from 'zod';
import {
  type Case,
  type ConversationState,
  newCase,
  newConversation,
} from '../../../src/core/conversation.ts';
import { TURN_ACTS, type TurnAct, type TurnExample } from '../../../src/core/knowledge/model.ts';
import type { Prepared } from '../../../src/core/prepare.ts';
import { respond } from '../../../src/core/respond.ts';
import { said } from '../../../src/simulate/person.ts';
import { askedFor } from './replies.ts';

/** One line of a file of turns. */
export const turnLine = z.object({
  text: z.string().min(1),
  act: z.union([z.enum(TURN_ACTS), z.literal('greeting-report').transform((): TurnAct => 'report')]),
  pending: z.enum(['question', 'remedy', 'none']).default('none'),
  question: z.string().optional(),
  problem: z.string().optional(),
});
export type TurnLine = z.infer<typeof turnLine>;

/** What was made of one turn. */
export interface TurnOutcome {
  readonly act: TurnAct;
  readonly heard: string;
  readonly right: boolean;
}

/** An example as a line of a file. */
export const turnLineOf = ({ says, act, while: pending, question, problem }: TurnExample): TurnLine => ({
  text: says,
  act,
  pending: pending === 'nothing' ? 'none' : pending,
  ...(question === null ? {} : { question }),
  ...(problem === null ? {} : { problem }),
});

/** Acts that are answered alike, so that one may be taken for the other. */
const ALIKE: Partial<Record<TurnAct, readonly string[]>> = {
  partly: ['still-there'],
  other: ['unclear'],
  cannot: ['not-sure'],
};

/** Says each turn to a bot that has just asked its question or shown its remedy. */
export function measureTurns(prepared: Prepared, lines: readonly TurnLine[]): TurnOutcome[] {
  return lines.map((line, at) => {
    const { reading } = respond(prepared, waiting(prepared, line), said(line.text, `turn-${at}`));
    const { act, notSure } = reading.heard;
    const heard = act === 'answer' && notSure ? 'not-sure' : act;
    return {
      act: line.act,
      heard,
      right: heard === line.act || ALIKE[line.act]?.includes(heard) === true,
    };
  });
}

/** A conversation in which what the line names waits. */
export function waiting(
  prepared: Prepared,
  line: Pick<TurnLine, 'pending' | 'question' | 'problem'>,
): ConversationState {
  switch (line.pending) {
    case 'question':
      return askedFor(prepared, line.question ?? '');
    case 'remedy':
      return { ...newConversation(), turn: 1, case: shown(line.problem ?? ''), knowledge: prepared.hash };
    case 'none':
      return newConversation();
  }
}

function shown(problem: string): Case {
  const untold = { problem, shownTurn: 1, toldTurn: null, outcome: 'untold', outcomeAsked: false } as const;
  return { ...newCase(1), tried: [untold], pending: { kind: 'remedy', id: problem, turn: 1 } };
}
