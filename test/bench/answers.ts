/**
 * `npm run --silent bench:answers -- [--knowledge FOLDER] [--seeds N]`: what the two models add to the rules where
 * people say what no phrase says. A fifth of the phrases is held out and heard with and without each model: the one
 * that guesses answers and the one that guesses acts of speech. One JSON object on stdout, counts over all seeds.
 */

import { parseArgs } from 'node:util';
import { train } from '../../src/core/classifier/train.ts';
import {
  type Case,
  type Heard,
  newCase,
  newConversation,
  type Pending,
} from '../../src/core/conversation.ts';
import type { Id, Speech } from '../../src/core/knowledge/model.ts';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { type LanguageSlice, prepareLanguage, understand } from '../../src/core/language/understand.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { type HeldOut, holdOut } from './held-out-phrases.ts';

type Verdict = 'right' | 'wrong' | 'unclear';
type Counts = Record<Verdict, number>;
const none = (): Counts => ({ right: 0, wrong: 0, unclear: 0 });

function hear(slice: LanguageSlice, pending: Pending, text: string): Heard {
  const ours: Case = { ...newCase(1), pending };
  return understand(
    slice,
    { ...newConversation(), turn: 1, case: ours },
    { kind: 'said', id: 'turn', at: 0, text, messageId: null, attachments: 0 },
  );
}

/** What a message was taken to answer; `answer` is null where it answers nothing, so that every answer is wrong. */
function answered({ facts }: Heard, question: Id, answer: Id | null): Verdict {
  const said = facts.filter((fact) => fact.question === question && !fact.denied);
  if (said.length === 0) return 'unclear';
  return said.some((fact) => fact.answer === answer) ? 'right' : 'wrong';
}

/** What a message was taken to do; null where it does none of all that and tells of the case. */
function did(heard: Heard, speech: Speech | null): Verdict {
  if (heard.outcome !== null) return heard.outcome === speech ? 'right' : 'wrong';
  if (heard.notSure) return speech === 'not-sure' ? 'right' : 'wrong';
  if (heard.yesNo !== null) return heard.yesNo === speech ? 'right' : 'wrong';
  switch (heard.act) {
    case 'unclear':
    case 'report':
    case 'answer':
    case 'outcome':
      return 'unclear';
    case 'correct':
    case 'why':
    case 'back':
    case 'restart':
    case 'human':
    case 'thanks':
    case 'greeting':
    case 'out-of-scope':
      return heard.act === speech ? 'right' : 'wrong';
    case 'bypass':
    case 'unsafe':
      return 'wrong';
  }
}

/** What waits where an act of speech is said: acts that tell what became of a remedy need one, others a question. */
function pendingFor(speech: Speech, question: Id, problem: Id): Pending {
  return speech === 'fixed' || speech === 'still-there' || speech === 'cannot'
    ? { kind: 'remedy', id: problem, turn: 1 }
    : { kind: 'question', id: question, turn: 1 };
}

const asking = (id: Id): Pending => ({ kind: 'question', id, turn: 1 });

/** Counts of one way of reading, over the held-out phrases of one seed. */
function judge(slice: LanguageSlice, held: HeldOut, questions: readonly Id[], problem: Id) {
  const answers = none();
  const strange = none();
  const acts = none();
  const told = none();
  for (const [at, { question, answer, text }] of held.answers.entries()) {
    answers[answered(hear(slice, asking(question), text), question, answer)]++;
    told[did(hear(slice, { kind: 'remedy', id: problem, turn: 1 }, text), null)]++;
    const other = questions[at] ?? question;
    if (other !== question) strange[answered(hear(slice, asking(other), text), other, null)]++;
  }
  for (const [at, { speech, text }] of held.speech.entries()) {
    const question = questions[at] ?? '';
    acts[did(hear(slice, pendingFor(speech, question, problem), text), speech)]++;
    if (speech !== 'yes' && speech !== 'no')
      strange[answered(hear(slice, asking(question), text), question, null)]++;
  }
  return { answers, answersOfWhatAnswersNothing: strange, acts, actsOfWhatTellsOfTheCase: told };
}

type Judged = ReturnType<typeof judge>;

function add(sum: Judged, more: Judged): void {
  for (const kind of ['answers', 'answersOfWhatAnswersNothing', 'acts', 'actsOfWhatTellsOfTheCase'] as const)
    for (const verdict of ['right', 'wrong', 'unclear'] as const) sum[kind][verdict] += more[kind][verdict];
}

const { values } = parseArgs({
  options: { knowledge: { type: 'string', default: 'knowledge' }, seeds: { type: 'string', default: '5' } },
});
const { kb } = readKnowledge((await readKnowledgeFolder(values.knowledge)).files);
if (kb === null) throw new Error(`${values.knowledge} has errors: run "keyturn check ${values.knowledge}"`);

const asked = kb.questions.filter(({ ask }) => ask !== null).map(({ id }) => id);
const nothing = (): Judged => ({
  answers: none(),
  answersOfWhatAnswersNothing: none(),
  acts: none(),
  actsOfWhatTellsOfTheCase: none(),
});
const sums = {
  both: nothing(),
  withoutAnswerModel: nothing(),
  withoutActModel: nothing(),
  neither: nothing(),
};
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const held = holdOut(kb, seed);
  const both = prepareLanguage(held.base);
  // A weight of the constant alone, so low that no answer is ever probable; a model that knows no class.
  const likelyAnswers = { ...both.likelyAnswers, weights: [-50] };
  const talk = train([]);
  const questions = held.answers.map(() => asked[Math.floor(held.random() * asked.length)] ?? '');
  const problem = kb.problems[0]?.id ?? '';
  add(sums.both, judge(both, held, questions, problem));
  add(sums.withoutAnswerModel, judge({ ...both, likelyAnswers }, held, questions, problem));
  add(sums.withoutActModel, judge({ ...both, talk }, held, questions, problem));
  add(sums.neither, judge({ ...both, talk, likelyAnswers }, held, questions, problem));
}
process.stdout.write(`${JSON.stringify(sums, null, 2)}\n`);
