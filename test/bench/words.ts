/**
 * `npm run --silent bench:words [-- --people N] [-- --role ROLE]`: conversations in words with the shipped base. Each
 * person opens with an example message, answers in example replies and tells the outcome in example turns, all of a fold
 * of five that the reader was not taught. Truthful; buttons are never pressed. One JSON object out.
 */

import { parseArgs } from 'node:util';
import {
  type ConversationState,
  isOffer,
  isQuestionReply,
  newConversation,
  type Offer,
  type Response,
} from '../../src/core/conversation.ts';
import type { KnowledgeBase } from '../../src/core/knowledge/model.ts';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import type { Prepared } from '../../src/core/prepare.ts';
import { respond } from '../../src/core/respond.ts';
import { said } from '../../src/simulate/person.ts';
import type { Sufferer } from '../../src/simulate/truth.ts';
import { prepareWithModels } from '../../src/storage/knowledge-base.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { type Fold, foldsOf } from './reading/folds.ts';
import type { MessageLine } from './reading/messages.ts';
import { type WordsPerson, wordsPerson } from './reading/words-person.ts';

const FOLDS = 5;
/** Turns after which a person gives up. Range 10 to 40. */
const PATIENCE = 20;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '400' },
    role: { type: 'string', default: 'technician' },
  },
});

/** How one conversation went. */
interface Talk {
  readonly family: string;
  end: 'solved' | 'handed over' | 'given up' | 'closed before';
  questions: number;
  wrongRemedies: number;
  askedTwice: number;
  askedAlthoughSaid: number;
  /** What was half heard of the first message and asked back in place of the question: how often that was so, and not. */
  rightlyAskedBack: number;
  wronglyAskedBack: number;
  refusals: number;
}

const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');
const [fold] = foldsOf(kb, FOLDS);
if (fold === undefined) throw new Error('the base has no examples');
const prepared = await prepareWithModels(fold.taught, hash);
const talks = peopleOf(kb, fold).map(({ sufferer, message, problems }) =>
  talk(prepared, wordsPerson(kb, fold, sufferer, message), sufferer.family.id, problems),
);
process.stdout.write(`${JSON.stringify(figures(talks), null, 2)}\n`);

interface Opening {
  readonly sufferer: Sufferer;
  readonly message: MessageLine;
  /** The problem, and those that are as good a reading. */
  readonly problems: ReadonlySet<string>;
}

/** Messages of the fold whose device and problem the base has, evenly over all of them. */
function peopleOf(base: KnowledgeBase, { messages }: Fold): readonly Opening[] {
  const role = base.roles.find(({ id }) => id === values.role) ?? base.roles.at(-1);
  const all = messages.flatMap((message): Opening[] => {
    const family = base.families.find(({ id }) => id === message.family);
    const problem = base.problems.find(({ id }) => id === message.problem);
    if (role === undefined || family === undefined || problem === undefined) return [];
    if (problem.families[family.id] === undefined) return [];
    return [{ sufferer: { family, problem, role }, message, problems: new Set([problem.id]) }];
  });
  const count = Math.min(all.length, Number(values.people));
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]).filter(
    (each) => each !== undefined,
  );
}

/** Plays until the problem's remedy is shown and the cure was heard, or nothing goes on. */
function talk(base: Prepared, person: WordsPerson, family: string, problems: ReadonlySet<string>): Talk {
  const done: Talk = {
    family,
    end: 'given up',
    questions: 0,
    wrongRemedies: 0,
    askedTwice: 0,
    askedAlthoughSaid: 0,
    rightlyAskedBack: 0,
    wronglyAskedBack: 0,
    refusals: 0,
  };
  const asked = new Set<string>();
  const tried = new Set<string>();
  let state = newConversation();
  let says = person.opens;
  for (let turn = 1; turn <= PATIENCE; turn += 1) {
    const response: Response = respond(base, state, said(says, `turn-${turn}`));
    state = response.state;
    done.refusals += response.replies.filter(({ kind }) => kind === 'refusal').length;
    const wasCured = [...tried].some((id) => problems.has(id));
    if (response.replies.some(({ kind }) => kind === 'closing'))
      return { ...done, end: wasCured ? 'solved' : 'closed before' };
    if (response.replies.some(({ kind }) => kind === 'handover')) return { ...done, end: 'handed over' };
    const waiting = response.replies.find(isOffer);
    const meant = meantIn(state);
    if (waiting !== undefined && isQuestionReply(waiting)) note(done, asked, waiting, person, meant);
    if (waiting?.kind === 'remedy' && !tried.has(waiting.id)) {
      tried.add(waiting.id);
      if (!problems.has(waiting.id)) done.wrongRemedies += 1;
    }
    says = answerTo(person, waiting, meant, problems);
  }
  return done;
}

/** The answer that is asked back; null: none is. */
function meantIn({ case: ours }: ConversationState): string | null {
  return ours?.pending?.kind === 'confirm' ? ours.pending.answer : null;
}

/**
 * A question that is asked back at once, by what the first message said, is a question as any other; it is asked although
 * it was said where the answer that it names is another one. What a reply said is asked back without being counted.
 */
function note(
  done: Talk,
  asked: Set<string>,
  { id, of }: Offer,
  person: WordsPerson,
  meant: string | null,
): void {
  if (of.kind === 'new-problem' || (of.kind === 'confirm' && asked.has(id))) return;
  const isMeant = meant !== null && person.isTrue(id, meant);
  done.questions += 1;
  if (asked.has(id)) done.askedTwice += 1;
  if (!asked.has(id) && person.saysAtFirst(id) && !isMeant) done.askedAlthoughSaid += 1;
  if (meant !== null && isMeant) done.rightlyAskedBack += 1;
  if (meant !== null && !isMeant) done.wronglyAskedBack += 1;
  asked.add(id);
}

function answerTo(
  person: WordsPerson,
  waiting: Offer | undefined,
  meant: string | null,
  problems: ReadonlySet<string>,
): string {
  if (waiting === undefined) return person.opens;
  if (waiting.kind === 'remedy')
    return person.tells(waiting.id, problems.has(waiting.id) ? 'fixed' : 'still-there');
  if (waiting.of.kind === 'new-problem') return 'no, it is the same';
  if (meant !== null) return person.isTrue(waiting.id, meant) ? 'yes' : 'no';
  return person.replyOf(waiting.id, person.truthOf(waiting.id));
}

function figures(all: readonly Talk[]) {
  const families = [...new Set(all.map(({ family }) => family))].sort();
  return {
    ...figuresOf(all),
    byFamily: Object.fromEntries(
      families.map((family) => [family, figuresOf(all.filter((each) => each.family === family))]),
    ),
  };
}

function figuresOf(all: readonly Talk[]) {
  const share = (end: Talk['end']): number =>
    rounded(all.filter((each) => each.end === end).length / all.length);
  const mean = (of: (each: Talk) => number): number =>
    rounded(all.reduce((sum, each) => sum + of(each), 0) / all.length);
  return {
    people: all.length,
    solved: share('solved'),
    handedOver: share('handed over'),
    givenUp: share('given up'),
    closedBefore: share('closed before'),
    questions: mean(({ questions }) => questions),
    wrongRemedies: mean(({ wrongRemedies }) => wrongRemedies),
    askedTwice: mean(({ askedTwice }) => askedTwice),
    askedAlthoughSaid: mean(({ askedAlthoughSaid }) => askedAlthoughSaid),
    rightlyAskedBack: mean(({ rightlyAskedBack }) => rightlyAskedBack),
    wronglyAskedBack: mean(({ wronglyAskedBack }) => wronglyAskedBack),
    refusals: mean(({ refusals }) => refusals),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e3) / 1e3;
}
