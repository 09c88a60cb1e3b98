/** Replies to a question that waits, and what the bot takes each for. */

import { z } from 'zod';
import {
  type ConversationState,
  newCase,
  newConversation,
  type Response,
} from '../../../src/core/conversation.ts';
import { NOT_HERE, type ReplyExample } from '../../../src/core/knowledge/model.ts';
import type { Prepared } from '../../../src/core/prepare.ts';
import { respond } from '../../../src/core/respond.ts';
import { said } from '../../../src/simulate/person.ts';

/** One line of a file of replies. */
export const replyLine = z
  .object({
    question: z.string(),
    text: z.string().min(1),
    answer: z.string().optional(),
    answers: z.array(z.string()).default([]),
    also: z.array(z.string()).default([]),
    also_ok: z.array(z.string()).default([]),
  })
  .transform(({ question, text, answer, answers, also, also_ok: alsoOk }) => ({
    question,
    text,
    right: [...(answer === undefined ? [] : [answer]), ...answers, ...also, ...alsoOk],
  }));
export type ReplyLine = z.infer<typeof replyLine>;

/** What was made of one reply. */
export interface ReplyOutcome {
  readonly kind: string;
  readonly heard: 'right' | 'confirmed' | 'unheard' | 'wrong';
}

/** An example as a line of a file. */
export const replyLineOf = ({ question, says, answer, also }: ReplyExample): ReplyLine => ({
  question,
  text: says,
  right: [answer, ...also],
});

const SPECIAL: ReadonlySet<string> = new Set(['not-sure', 'no-such-thing', 'asks-back', 'other']);

/** Gives each reply to a bot that has just asked its question. */
export function measureReplies(prepared: Prepared, lines: readonly ReplyLine[]): ReplyOutcome[] {
  return lines.map((line, at) => {
    const response = respond(prepared, askedFor(prepared, line.question), said(line.text, `reply-${at}`));
    const [first = 'other'] = line.right;
    return { kind: SPECIAL.has(first) ? first : 'answer', heard: judge(line, takenFor(response, line)) };
  });
}

/**
 * Says each reply that is an answer while another question of the same kind of device waits. `right`: it is heard as the
 * answer of its own question, `confirmed`: guessed; `wrong`: as an answer of another question, which a text may be, too.
 */
export function measureToldElsewhere(prepared: Prepared, lines: readonly ReplyLine[]): ReplyOutcome[] {
  return lines
    .filter(({ right: [first = 'other'] }) => !SPECIAL.has(first))
    .map((line, at) => {
      const state = askedFor(prepared, otherThan(prepared, line.question, at));
      const { reading } = respond(prepared, state, said(line.text, `elsewhere-${at}`));
      const isRight = ({
        question,
        answer,
      }: {
        readonly question: string;
        readonly answer: string;
      }): boolean => question === line.question && line.right.includes(answer);
      const { facts, guesses } = reading.heard;
      if (facts.some(isRight)) return { kind: 'answer', heard: 'right' };
      if (guesses.some(isRight)) return { kind: 'answer', heard: 'confirmed' };
      return { kind: 'answer', heard: facts.length > 0 ? 'wrong' : 'unheard' };
    });
}

/** Another question that is asked of the same families, a different one for each place. */
function otherThan({ dialogue }: Prepared, question: string, at: number): string {
  const families = dialogue.questions.get(question)?.families ?? [];
  const others = [...dialogue.questions.values()].filter(
    (each) =>
      each.id !== question && each.ask !== null && each.families.some((family) => families.includes(family)),
  );
  return others[(at * 7) % others.length]?.id ?? question;
}

/** A conversation in which a question waits for its answer, about a device that has what is asked about. */
export function askedFor(prepared: Prepared, question: string): ConversationState {
  const ours = newCase(1);
  return {
    ...newConversation(),
    turn: 1,
    case: {
      ...ours,
      asked: [{ question, turn: 1, times: 1, result: 'waiting', answeredTurn: null }],
      pending: { kind: 'question', id: question, turn: 1 },
    },
    knowledge: prepared.hash,
  };
}

/** What a reply was taken for, and whether it is asked back first. */
interface Taken {
  readonly as: readonly string[];
  readonly asked: boolean;
}

function takenFor({ reading }: Response, { question }: ReplyLine): Taken {
  const answers = reading.facts
    .filter((fact) => fact.question === question && !fact.denied)
    .map(({ answer }) => (answer === NOT_HERE ? 'no-such-thing' : answer));
  if (answers.length > 0) return { as: answers, asked: false };
  if (reading.heard.halfHeard !== null) return { as: [reading.heard.halfHeard], asked: true };
  if (reading.heard.notSure) return { as: ['not-sure'], asked: false };
  if (reading.heard.act === 'why') return { as: ['asks-back'], asked: false };
  return { as: [], asked: false };
}

function judge({ right }: ReplyLine, { as, asked }: Taken): ReplyOutcome['heard'] {
  if (as.length === 0) return right.includes('other') ? 'right' : 'unheard';
  const hit = as.some((answer) => right.includes(answer));
  if (asked) return hit ? 'confirmed' : 'unheard';
  return hit
    ? 'right'
    : as.every((answer) => answer === 'not-sure' || answer === 'asks-back')
      ? 'unheard'
      : 'wrong';
}
