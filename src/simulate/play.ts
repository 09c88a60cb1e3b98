/** One simulated conversation, from nothing known to the remedy or the hand-over. */

import type { ConversationState, Reply, Response, UserTurn } from '../core/conversation.ts';
import type { Answer, Id, KnowledgeBase, Question } from '../core/knowledge/model.ts';
import { openConversation } from '../core/opening.ts';
import { type Random, randomFrom, seedOf } from './random.ts';
import { type Sufferer, truthfulAnswer } from './truth.ts';

/** Answers one turn: `respond` with some knowledge and some way to choose the next move. */
export type Answering = (state: ConversationState, turn: UserTurn) => Response;

/** What the remedy of a problem costs a person of some role, as the knowledge base prices it. */
export interface RemedyPrice {
  /** Carrying it out. */
  readonly ownSeconds: number;
  /** Whom it needs besides, and how long until they stand there. */
  readonly fetched: readonly { readonly role: Id; readonly seconds: number }[];
}

/** Prices of remedies: problem, and the role of who carries it out. */
export type Prices = (problem: Id, role: Id) => RemedyPrice;

/** How people differ from one experiment to the next. */
export interface Habits {
  /** Whether the kind of device is known from the start. */
  readonly familyKnown: boolean;
  /** How often a question that could be answered is answered "not sure", 0..1. */
  readonly notSureShare: number;
  readonly seed: number;
}

/** How one conversation ended. `stuck`: nothing was asked or offered any more, or it went on too long. */
export type End = 'reached' | 'handed-over' | 'stuck';

/** What one conversation came to. */
export interface Run {
  readonly family: Id;
  readonly problem: Id;
  readonly end: End;
  /** Questions asked, each remedy that failed on the way counted as one. */
  readonly questions: number;
  readonly failedRemedies: number;
  /** Questions, remedies and, where it came to that, the hand-over. */
  readonly costSeconds: number;
  /** What was asked and tried, in order. */
  readonly path: readonly string[];
}

/** More turns than any sensible conversation has: beyond, it goes round in circles. */
const MOST_TURNS = 100;

/** Plays one conversation of a truthful person. */
export function play(
  kb: KnowledgeBase,
  answer: Answering,
  prices: Prices,
  sufferer: Sufferer,
  habits: Habits,
): Run {
  const person = new Person(kb, sufferer, habits);
  const present = new Set<Id>();
  let costSeconds = 0;
  let questions = 0;
  let failedRemedies = 0;
  const path: string[] = [];
  const run = (end: End): Run => ({
    family: sufferer.family.id,
    problem: sufferer.problem.id,
    end,
    questions,
    failedRemedies,
    costSeconds,
    path,
  });

  let { state, waiting } = begin(kb, answer, sufferer, habits);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    if (waiting === null) return run('stuck');
    path.push(`${waiting.kind} ${waiting.id}`);
    if (waiting.kind === 'handover') {
      costSeconds += sufferer.family.handOverSeconds;
      return run('handed-over');
    }
    if (waiting.kind === 'remedy') {
      costSeconds += carryOut(prices(waiting.id, sufferer.role.id), present);
      if (waiting.id === sufferer.problem.id) return run('reached');
      failedRemedies += 1;
    } else {
      costSeconds += person.question(waiting.id)?.costSeconds ?? 0;
    }
    questions += 1;
    const response = answer(state, person.reply(waiting, `turn-${turn}`));
    state = response.state;
    waiting = waitingIn(response.replies);
  }
  return run('stuck');
}

/** Seconds of a remedy; who was fetched once stays. */
function carryOut({ ownSeconds, fetched }: RemedyPrice, present: Set<Id>): number {
  const missing = fetched.filter(({ role }) => !present.has(role));
  for (const { role } of missing) present.add(role);
  return missing.reduce((sum, { seconds }) => sum + seconds, ownSeconds);
}

type Waiting = Extract<Reply, { kind: 'question' | 'remedy' | 'handover' }>;

/** The reply that waits for the person. */
function waitingIn(replies: readonly Reply[]): Waiting | null {
  const found = replies.findLast(
    (reply) => reply.kind === 'question' || reply.kind === 'remedy' || reply.kind === 'handover',
  );
  return found?.kind === 'question' || found?.kind === 'remedy' || found?.kind === 'handover' ? found : null;
}

/**
 * The first words say nothing by which problems differ: a mere sign of life, or where the bot makes nothing of that,
 * the name of the knowledge base, which is what everybody who comes has in common.
 */
function begin(
  kb: KnowledgeBase,
  answer: Answering,
  { family, role }: Sufferer,
  { familyKnown }: Habits,
): { state: ConversationState; waiting: Waiting | null } {
  const start = openConversation(kb.questions, {
    role: role.id,
    family: familyKnown ? family.id : null,
    at: 0,
  });
  for (const text of ['...', kb.title]) {
    const { state, replies } = answer(start, said(text, 'opening'));
    const waiting = waitingIn(replies);
    if (waiting !== null) return { state, waiting };
  }
  return { state: start, waiting: null };
}

function said(text: string, id: string): UserTurn {
  return { kind: 'said', id, at: 0, text, messageId: null, attachments: 0 };
}

/** A truthful person, who tells the same each time they are asked. */
class Person {
  private readonly told = new Map<Id, Answer | null>();
  private readonly questions: ReadonlyMap<Id, Question>;
  private readonly sufferer: Sufferer;
  private readonly habits: Habits;

  constructor(kb: KnowledgeBase, sufferer: Sufferer, habits: Habits) {
    this.questions = new Map(kb.questions.map((question) => [question.id, question]));
    this.sufferer = sufferer;
    this.habits = habits;
  }

  question(id: Id): Question | undefined {
    return this.questions.get(id);
  }

  /** What the person does about what waits: answers the question, or says that the remedy did not help. */
  reply(waiting: Exclude<Waiting, { kind: 'handover' }>, id: string): UserTurn {
    if (waiting.kind === 'remedy') return { kind: 'chose', id, at: 0, of: waiting.of, choice: 'still-there' };
    const answer = this.answerTo(waiting.id);
    const choice = waiting.choices.find((each) => each.id === (answer === null ? 'not-sure' : answer.id));
    if (choice !== undefined) return { kind: 'chose', id, at: 0, of: waiting.of, choice: choice.id };
    return said(answer?.phrases[0] ?? answer?.label ?? 'not sure', id);
  }

  /** A chance for each question, so that what is true does not hang on the order in which a bot asks. */
  private chanceOf(question: Id): Random {
    return randomFrom(seedOf(this.habits.seed, this.sufferer.family.id, this.sufferer.problem.id, question));
  }

  private answerTo(id: Id): Answer | null {
    const before = this.told.get(id);
    if (before !== undefined) return before;
    const question = this.questions.get(id);
    const random = this.chanceOf(id);
    const doubts = random() < this.habits.notSureShare;
    const truth = question === undefined ? null : truthfulAnswer(this.sufferer, question, random);
    const answer = doubts ? null : truth;
    this.told.set(id, answer);
    return answer;
  }
}
