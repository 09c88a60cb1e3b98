/** Articles name things of the base, no question has two answers, and the bot can say what belongs to them. */

import { nameOf } from '../base.ts';
import type { Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import { type Id, MESSAGES_OF_ARTICLES, NO_ARTICLE } from '../model.ts';
import { checkTwin, type Taught } from './examples.ts';
import { checkFamilies, checkSources } from './references.ts';
import { mustBeKnown, type Scope, say, someOf } from './scope.ts';

/** Complains of articles and their examples: ids that are gone, one question with two answers, sentences that lack. */
export function checkArticles(scope: Scope): void {
  const taught = new Map<string, Taught>();
  checkFiles(scope, taught);
  checkExamples(scope, taught);
  if (scope.shelves.answer.length > 0) checkSentences(scope);
}

function checkFiles(scope: Scope, taught: Map<string, Taught>): void {
  for (const { path, value } of scope.shelves.answer) {
    const id = nameOf(path);
    if (id === NO_ARTICLE) {
      const message = `no article can be called "${NO_ARTICLE}"`;
      const suggestion = `its examples would be those of questions that none answers; choose another word`;
      say(scope, 'RESERVED_ID', { path, where: [] }, message, suggestion);
    }
    const { asks, families = [], about = [], sources, differs = [] } = value;
    checkFamilies(scope, path, ['families'], families);
    checkAbout(scope, path, about);
    checkSources(scope, path, sources);
    for (const [index, other] of differs.entries()) {
      checkFamilies(scope, path, ['differs', index, 'families'], other.families);
      checkSources(scope, path, other.sources, ['differs', index, 'sources']);
      if (families.length > 0) checkIsAsked(scope, path, index, other.families, new Set(families));
    }
    for (const [index, says] of asks.entries())
      checkTwin(scope, taught, { path, where: ['asks', index], says, as: id }, (as) => as !== id, ONE_ANSWER);
  }
}

function checkAbout(scope: Scope, path: string, about: readonly Id[]): void {
  const { questions, problems } = scope.names;
  const known = new Set([...questions.keys(), ...problems]);
  for (const [index, id] of about.entries()) {
    if (known.has(id)) continue;
    const suggestion = didYouMean(scope.spell(id, known), 'no question and no problem is called so');
    say(scope, 'UNKNOWN_SUBJECT', { path, where: ['about', index] }, `"${id}"`, suggestion);
  }
}

/** What is said to a family that never asks is never said. */
function checkIsAsked(
  scope: Scope,
  path: string,
  index: number,
  families: readonly Id[],
  asking: ReadonlySet<Id>,
): void {
  for (const [at, family] of families.entries()) {
    if (asking.has(family) || scope.names.families?.has(family) === false) continue;
    const spot = { path, where: ['differs', index, 'families', at] };
    const message = `the article is not for "${family}", so this is never said`;
    say(scope, 'NEVER_SAID', spot, message, `its families are ${someOf(asking)}`);
  }
}

function checkExamples(scope: Scope, taught: Map<string, Taught>): void {
  const { shelves, names } = scope;
  const known = new Set([...names.articles, NO_ARTICLE]);
  const questions = new Set(names.questions.keys());
  for (const { path, value } of shelves['answer-examples']) {
    const name = nameOf(path);
    const otherwise = `there is no such file in answers/; what none answers stands in ${NO_ARTICLE}.jsonl`;
    if (!mustBeKnown(scope, 'UNKNOWN_ARTICLE', { path, where: [] }, name, known, otherwise)) continue;
    for (const [index, { says, question, problem }] of value.entries()) {
      const at = (key: string): { readonly path: string; readonly where: Where } => ({
        path,
        where: [index, key],
      });
      if (question !== undefined)
        mustBeKnown(scope, 'UNKNOWN_QUESTION', at('question'), question, questions, NO_QUESTION);
      if (problem !== undefined)
        mustBeKnown(scope, 'UNKNOWN_PROBLEM', at('problem'), problem, names.problems, 'no such problem');
      // What none answers in general may have an answer beside one question.
      if (name !== NO_ARTICLE)
        checkTwin(scope, taught, { ...at('says'), says, as: name }, (as) => as !== name, ONE_ANSWER);
    }
  }
}

const ONE_ANSWER = 'keep one of them: a question has one answer';
const NO_QUESTION = 'there is no such file in questions/';

/** A base without articles needs none of these. */
function checkSentences(scope: Scope): void {
  for (const { path, value } of scope.shelves.messages)
    for (const key of MESSAGES_OF_ARTICLES) {
      if (value.messages[key] !== undefined) continue;
      const message = `"${key}" is missing`;
      const suggestion = 'write what is said once an article has answered before anything else was told';
      say(scope, 'MISSING_KEY', { path, where: ['messages'], point: 'key' }, message, suggestion);
    }
}
