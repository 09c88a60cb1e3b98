/** What a simulated conversation costs, and how it ends. */

import type { Id, KnowledgeBase } from '../core/knowledge/model.ts';
import type { Sufferer } from './truth.ts';

/** What the remedy of a problem costs a person of some role, as the knowledge base prices it. */
export interface RemedyPrice {
  /** Carrying it out. */
  readonly ownSeconds: number;
  /** Whom it needs besides, and how long until they stand there. */
  readonly fetched: readonly { readonly role: Id; readonly seconds: number }[];
}

/** Prices of remedies: problem, and the role of who carries it out. */
export type Prices = (problem: Id, role: Id) => RemedyPrice;

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
  /**
   * The entry of the path after which the right remedy became the move: mostly a question, or a remedy that failed.
   * Null: it was the first move, or never the move.
   */
  readonly decidedBy: string | null;
}

/** Keeps the account of one conversation. */
export class Account {
  private questions = 0;
  private failedRemedies = 0;
  private costSeconds = 0;
  private readonly path: string[] = [];
  private readonly present = new Set<Id>();
  private readonly prices: Prices;
  private readonly sufferer: Sufferer;

  constructor(prices: Prices, sufferer: Sufferer) {
    this.prices = prices;
    this.sufferer = sufferer;
  }

  /** It was asked whether this is another device. */
  askedForNewProblem(device: Id): void {
    this.path.push(`new-problem ${device}`);
    this.questions += 1;
  }

  /** A question was asked. */
  asked(question: Id, kb: KnowledgeBase): void {
    this.path.push(`question ${question}`);
    this.questions += 1;
    this.costSeconds += kb.questions.find((each) => each.id === question)?.costSeconds ?? 0;
  }

  /** A remedy was carried out; true where it is the one that helps. Who was fetched for it stays. */
  tried(problem: Id): boolean {
    const { ownSeconds, fetched } = this.prices(problem, this.sufferer.role.id);
    const missing = fetched.filter(({ role }) => !this.present.has(role));
    for (const { role } of missing) this.present.add(role);
    this.path.push(`remedy ${problem}`);
    this.costSeconds += missing.reduce((sum, { seconds }) => sum + seconds, ownSeconds);
    if (problem === this.sufferer.problem.id) return true;
    this.questions += 1;
    this.failedRemedies += 1;
    return false;
  }

  /** A human goes on. */
  handedOver(reason: Id): Run {
    this.path.push(`handover ${reason}`);
    this.costSeconds += this.sufferer.family.handOverSeconds;
    return this.closed('handed-over');
  }

  /** What it all came to. */
  closed(end: End): Run {
    const { questions, failedRemedies, costSeconds, path } = this;
    const [family, problem] = [this.sufferer.family.id, this.sufferer.problem.id];
    const decidedBy = end === 'reached' ? (path.at(-2) ?? null) : null;
    return { family, problem, end, questions, failedRemedies, costSeconds, path, decidedBy };
  }
}
