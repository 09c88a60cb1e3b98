/** Side questions, and which article the bot answers them by. */

import { z } from 'zod';
import type { ConversationState, Fact } from '../../../src/core/conversation.ts';
import { NO_ARTICLE } from '../../../src/core/knowledge/model.ts';
import { openConversation } from '../../../src/core/opening.ts';
import type { Prepared } from '../../../src/core/prepare.ts';
import { respond } from '../../../src/core/respond.ts';
import { said } from '../../../src/simulate/person.ts';
import { waiting } from './turns.ts';

/** One line of a file of side questions. */
export const sideQuestionLine = z
  .object({
    text: z.string().min(1),
    pending: z.enum(['question', 'remedy', 'none']).default('none'),
    question: z.string().optional(),
    problem: z.string().optional(),
    family: z.string().optional(),
    /** Null or `none`: no article answers it. */
    article: z.string().nullable(),
    /** Articles that answer it as well, and `none` where it is as well to say that nothing is known. */
    also_ok: z.array(z.string()).default([]),
  })
  .transform(({ article, also_ok: alsoOk, ...line }) => ({
    ...line,
    right: [article ?? NO_ARTICLE, ...alsoOk],
  }));
export type SideQuestionLine = z.infer<typeof sideQuestionLine>;

/** What was made of one side question; `elsewhere`: it was not heard as one. */
export type Answered = 'rightly' | 'wrongly' | 'unknown' | 'elsewhere';

/** The same, and what it was answered by. */
export interface SideQuestionOutcome {
  readonly line: SideQuestionLine;
  readonly answered: Answered;
  /** The article; null: none. */
  readonly by: string | null;
}

/** Asks each question of a bot for which what the line names waits. */
export function measureSideQuestions(
  prepared: Prepared,
  lines: readonly SideQuestionLine[],
): SideQuestionOutcome[] {
  return lines.map((line, at) => {
    const { replies, reading } = respond(prepared, stateOf(prepared, line), said(line.text, `side-${at}`));
    const by = replies.find(({ kind }) => kind === 'answer')?.id ?? null;
    if (by !== null) return { line, by, answered: line.right.includes(by) ? 'rightly' : 'wrongly' };
    return { line, by, answered: reading.heard.act === 'side-question' ? 'unknown' : 'elsewhere' };
  });
}

function stateOf(prepared: Prepared, line: SideQuestionLine): ConversationState {
  const state = waiting(prepared, line);
  if (line.family === undefined) return state;
  const known = openConversation(prepared.dialogue.questions.values(), {
    role: null,
    family: line.family,
    at: 0,
  });
  const facts: readonly Fact[] = known.case?.facts ?? [];
  const opened = state.case ?? known.case;
  return opened === null ? state : { ...state, turn: 1, case: { ...opened, facts } };
}

/** How many were answered how, as counts and shares of those that have an article and of those that have none. */
export interface SideQuestionFigures {
  readonly n: number;
  readonly rightly: number;
  readonly wrongly: number;
  readonly unknown: number;
  readonly elsewhere: number;
}

/** Shares of what was made of the questions, 0..1; 0 where there are none. */
export function sideQuestionFigures(outcomes: readonly SideQuestionOutcome[]): SideQuestionFigures {
  const share = (as: Answered): number =>
    outcomes.length === 0
      ? 0
      : Math.round((1000 * outcomes.filter(({ answered }) => answered === as).length) / outcomes.length) /
        1000;
  return {
    n: outcomes.length,
    rightly: share('rightly'),
    wrongly: share('wrongly'),
    unknown: share('unknown'),
    elsewhere: share('elsewhere'),
  };
}
