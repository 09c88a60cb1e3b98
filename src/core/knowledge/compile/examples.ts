/** Examples with their defaults filled in. */

import type { AuthoredKinds } from '../authored.ts';
import { nameOf, type Shelves } from '../base.ts';
import {
  type ArticleExample,
  type Examples,
  type Id,
  NO_ARTICLE,
  type ProblemExample,
  type ReplyExample,
  STANDINGS,
  type StatementExample,
  TURN_ACTS,
  type TurnExample,
} from '../model.ts';

type Stated = AuthoredKinds['problem-examples'][number]['facts'];

/** Every example of a checked base, by the path of its file and its line. */
export function compileExamples(shelves: Shelves, problems: readonly AuthoredKinds['problem'][]): Examples {
  const families = new Map(problems.map((problem) => [problem.id, Object.keys(problem.families)]));
  return {
    problems: shelves['problem-examples'].flatMap(({ path, value }) =>
      value.map((written) => problemExample(nameOf(path), families.get(nameOf(path)) ?? [], written)),
    ),
    replies: shelves['reply-examples'].flatMap(({ path, value }) =>
      value.map((written) => replyExample(nameOf(path), written)),
    ),
    turns: shelves['turn-examples'].flatMap(({ path, value }) =>
      value.flatMap((written) => turnExample(nameOf(path), written)),
    ),
    statements: shelves['statement-examples'].flatMap(({ path, value }) =>
      value.flatMap((written) => statementExample(nameOf(path), written)),
    ),
    articles: shelves['answer-examples'].flatMap(({ path, value }) =>
      value.map((written) => articleExample(nameOf(path), written)),
    ),
  };
}

function problemExample(
  problem: Id,
  families: readonly Id[],
  written: AuthoredKinds['problem-examples'][number],
): ProblemExample {
  const level = written.level ?? 'decisive';
  const only = families.length === 1 && level !== 'vague' ? families[0] : undefined;
  return {
    says: written.says,
    problem,
    family: written.family ?? only ?? null,
    level,
    also: written.also ?? [],
    facts: stated(written.facts),
    denied: stated(written.denied),
  };
}

function replyExample(question: Id, written: AuthoredKinds['reply-examples'][number]): ReplyExample {
  const { says, answer, also = [], facts } = written;
  return { says, question, answer, also, facts: stated(facts) };
}

function turnExample(name: string, written: AuthoredKinds['turn-examples'][number]): readonly TurnExample[] {
  const act = TURN_ACTS.find((known) => known === name);
  if (act === undefined) return [];
  const { says, problem = null, question = null } = written;
  return [{ says, act, while: written.while ?? 'nothing', problem, question }];
}

function statementExample(
  name: string,
  { says, facts, denied }: AuthoredKinds['statement-examples'][number],
): readonly StatementExample[] {
  const standing = STANDINGS.find((known) => known === name);
  return standing === undefined ? [] : [{ says, standing, facts: stated(facts), denied: stated(denied) }];
}

function articleExample(
  name: string,
  { says, question, problem }: AuthoredKinds['answer-examples'][number],
): ArticleExample {
  return { says, article: name === NO_ARTICLE ? null : name, beside: question ?? problem ?? null };
}

const stated = (facts: Stated): Readonly<Record<Id, readonly Id[]>> =>
  Object.fromEntries(
    Object.entries(facts ?? {}).map(([question, answers]) => [
      question,
      typeof answers === 'string' ? [answers] : answers,
    ]),
  );
