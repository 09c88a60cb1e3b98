/** What reading messages needs, made ready once per knowledge base. */

import { type Acts, familiesOfDevice, type Id, type KnowledgeBase, type Needs } from '../knowledge/model.ts';
import { allAnswers } from './answers.ts';
import { type SecretReader, secretReaderOf } from './clean/redact.ts';
import { type FactReader, prepareFacts } from './facts.ts';
import { grammarOf } from './grammar.ts';
import { type AskedBeside, countAskedBeside } from './reading/asked-beside.ts';
import { type Heads, learnHeads, type ModelShelf } from './reading/heads.ts';
import { roleQuestionOf } from './reading/lesson.ts';
import { lessonsOf } from './reading/lessons.ts';
import { countStatements, type StatementShares } from './reading/statement-shares.ts';
import { wordsOf } from './tokens.ts';
import { buildVocabulary, type Vocabulary } from './words.ts';

/** What reading a message needs, built once. Plain data. */
export interface LanguageSlice {
  /** What finds secrets. */
  readonly secrets: SecretReader;
  readonly vocabulary: Vocabulary;
  /** The models that learn from examples. */
  readonly heads: Heads;
  readonly facts: FactReader;
  /** How often reports state what; null where too few are known. */
  readonly statements: StatementShares | null;
  /** The question whose answers are the roles; null: the base has none. */
  readonly roleQuestion: Id | null;
  readonly asides: ReadonlySet<Id>;
  /** Words of corrections: what stands before a number in one (`I meant 7`) is no thing that has it. */
  readonly correcting: ReadonlySet<string>;
  /** How the two devices of an offered second case are called; null: the base has no examples of it. */
  readonly called: Acts['secondCase']['called'];
  /** What each rule of refusal refuses. */
  readonly refusals: ReadonlyMap<Id, 'bypass' | 'unsafe'>;
  /** The families in which each problem occurs. */
  readonly problems: ReadonlyMap<Id, readonly Id[]>;
  /** The families of whose devices each question is asked. */
  readonly asked: ReadonlyMap<Id, readonly Id[]>;
  /** `question/answer` of a device fact → the families it can mean. */
  readonly familiesOfDevice: ReadonlyMap<string, readonly Id[]>;
  readonly needs: Needs;
  /** Beside what each article is asked for. */
  readonly askedBeside: AskedBeside;
}

/** Everything of the knowledge base that is compared with what people write: it makes the vocabulary. */
const spokenTexts = (kb: KnowledgeBase): readonly string[] => [
  ...kb.problems.flatMap(({ title, saidAs }) => [title, ...saidAs]),
  ...allAnswers(kb).flatMap(({ label, phrases }) => [label, ...phrases]),
  ...kb.families.flatMap(({ models }) => models),
  ...Object.values(kb.acts.speech).flat(),
  ...kb.acts.asides.flatMap(({ phrases }) => phrases),
  ...kb.acts.refusals.flatMap(({ phrases, unless }) => [...phrases, ...unless]),
  ...kb.lexicon.codes.flatMap(({ near }) => near),
];

/** Makes everything ready that does not depend on a message. Models that are on the shelf are not trained again. */
export function prepareLanguage(kb: KnowledgeBase, shelf: ModelShelf = new Map()): LanguageSlice {
  const vocabulary = buildVocabulary(grammarOf(kb.language), spokenTexts(kb), kb.lexicon.same);
  const facts = prepareFacts(kb, vocabulary);
  const heads = learnHeads(vocabulary.grammar.stems, lessonsOf(kb), shelf);
  return {
    secrets: secretReaderOf(kb.secrets),
    vocabulary,
    heads,
    facts,
    statements: countStatements(kb, heads),
    roleQuestion: roleQuestionOf(kb),
    called: kb.acts.secondCase.called,
    correcting: new Set(kb.acts.speech.correct.flatMap(wordsOf)),
    asides: new Set(kb.acts.asides.map(({ id }) => id)),
    refusals: new Map(kb.acts.refusals.map(({ id, act }) => [id, act])),
    problems: new Map(kb.problems.map(({ id, families }) => [id, Object.keys(families)])),
    asked: new Map(kb.questions.filter(({ ask }) => ask !== null).map(({ id, families }) => [id, families])),
    familiesOfDevice: familiesOfDevice(kb),
    needs: kb.needs,
    askedBeside: countAskedBeside(kb),
  };
}
