/** Examples name things of the base, and no text is taught to be two things. */

import type { AuthoredKinds } from '../authored.ts';
import { nameOf } from '../base.ts';
import type { Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import { type Id, REPLY_KINDS, SOMETHING_ELSE, STANDINGS, TURN_ACTS } from '../model.ts';
import { comparable } from '../phrase.ts';
import { mustBeKnown, type Scope, say, someOf } from './scope.ts';

/** A text that was taught already, and as what. */
export interface Taught {
  readonly as: string;
  readonly path: string;
}

/** Complains of examples whose ids are gone, and of twins with different labels. */
export function checkExamples(scope: Scope): void {
  checkProblemExamples(scope);
  checkReplyExamples(scope);
  checkTurnExamples(scope);
  checkStatementExamples(scope);
}

function checkProblemExamples(scope: Scope): void {
  const { shelves, names } = scope;
  const problems = new Set([...names.problems, SOMETHING_ELSE]);
  const families = new Map(
    shelves.problem.map(({ value }) => [value.id, Object.keys(value.families)] as const),
  );
  const taught = new Map<string, Taught>();
  for (const { path, value } of shelves['problem-examples']) {
    const problem = nameOf(path);
    const gone = 'there is no such file in problems/; move the lines to the problem that they are of';
    if (!mustBeKnown(scope, 'UNKNOWN_PROBLEM', { path, where: [] }, problem, problems, gone)) continue;
    for (const [index, example] of value.entries()) {
      checkFamily(scope, path, index, example, families.get(problem) ?? null);
      for (const [at, id] of (example.also ?? []).entries())
        mustBeKnown(
          scope,
          'UNKNOWN_PROBLEM',
          { path, where: [index, 'also', at] },
          id,
          problems,
          'no such problem',
        );
      checkFacts(scope, path, [index, 'facts'], example.facts);
      checkFacts(scope, path, [index, 'denied'], example.denied);
      const isTwin = (as: string): boolean => as !== problem && example.also?.includes(as) !== true;
      if ((example.level ?? 'decisive') === 'decisive')
        checkTwin(scope, taught, { path, where: [index, 'says'], says: example.says, as: problem }, isTwin);
    }
  }
}

/** The kind of device, where it is said; `families` null: the problem is none of the base's. */
function checkFamily(
  scope: Scope,
  path: string,
  index: number,
  { family }: AuthoredKinds['problem-examples'][number],
  families: readonly Id[] | null,
): void {
  if (family === undefined) return;
  const known = families === null ? scope.names.families : new Set(families);
  const spot = { path, where: [index, 'family'] };
  mustBeKnown(scope, 'UNKNOWN_FAMILY', spot, family, known, `its families are ${someOf(known ?? [])}`);
}

function checkReplyExamples(scope: Scope): void {
  const { shelves, names } = scope;
  for (const { path, value } of shelves['reply-examples']) {
    const question = names.questions.get(nameOf(path));
    if (question === undefined) {
      const near = scope.spell(nameOf(path), names.questions.keys());
      const otherwise = didYouMean(near, 'there is no such file in questions/');
      say(scope, 'UNKNOWN_QUESTION', { path, where: [] }, `"${nameOf(path)}"`, otherwise);
      continue;
    }
    const answers = question?.answers ?? null;
    const known = answers === null ? null : new Set([...answers, ...REPLY_KINDS]);
    const taught = new Map<string, Taught>();
    for (const [index, example] of value.entries()) {
      const spot = { path, where: [index, 'answer'] };
      const otherwise = `its answers are ${someOf(known ?? [])}`;
      mustBeKnown(scope, 'UNKNOWN_ANSWER', spot, example.answer, known, otherwise);
      for (const [at, id] of (example.also ?? []).entries())
        mustBeKnown(scope, 'UNKNOWN_ANSWER', { path, where: [index, 'also', at] }, id, known, otherwise);
      checkFacts(scope, path, [index, 'facts'], example.facts);
      const isTwin = (as: string): boolean => as !== example.answer && example.also?.includes(as) !== true;
      checkTwin(
        scope,
        taught,
        { path, where: [index, 'says'], says: example.says, as: example.answer },
        isTwin,
      );
    }
  }
}

function checkTurnExamples(scope: Scope): void {
  const { shelves, names } = scope;
  const acts: ReadonlySet<string> = new Set(TURN_ACTS);
  const taught = new Map<string, Taught>();
  for (const { path, value } of shelves['turn-examples']) {
    const act = nameOf(path);
    const otherwise = `the file is named by what the turn does: ${TURN_ACTS.join(', ')}`;
    if (!mustBeKnown(scope, 'UNKNOWN_ACT', { path, where: [] }, act, acts, otherwise)) continue;
    for (const [index, { says, problem, question, while: during }] of value.entries()) {
      if (problem !== undefined)
        mustBeKnown(
          scope,
          'UNKNOWN_PROBLEM',
          { path, where: [index, 'problem'] },
          problem,
          names.problems,
          'no such problem',
        );
      if (question !== undefined)
        mustBeKnown(
          scope,
          'UNKNOWN_QUESTION',
          { path, where: [index, 'question'] },
          question,
          new Set(names.questions.keys()),
          'there is no such file in questions/',
        );
      const key = `${during ?? ''}/${question ?? ''}/${problem ?? ''} ${says}`;
      checkTwin(scope, taught, { path, where: [index, 'says'], says: key, as: act }, (as) => as !== act);
    }
  }
}

function checkStatementExamples(scope: Scope): void {
  const standings: ReadonlySet<string> = new Set(STANDINGS);
  const taught = new Map<string, Taught>();
  for (const { path, value } of scope.shelves['statement-examples']) {
    const standing = nameOf(path);
    const otherwise = `the file is named by how what is said stands: ${STANDINGS.join(', ')}`;
    if (!mustBeKnown(scope, 'UNKNOWN_STANDING', { path, where: [] }, standing, standings, otherwise))
      continue;
    for (const [index, { says, facts, denied }] of value.entries()) {
      checkFacts(scope, path, [index, 'facts'], facts);
      checkFacts(scope, path, [index, 'denied'], denied);
      checkTwin(scope, taught, { path, where: [index, 'says'], says, as: standing }, (as) => as !== standing);
    }
  }
}

function checkFacts(
  scope: Scope,
  path: string,
  above: Where,
  facts: AuthoredKinds['problem-examples'][number]['facts'],
): void {
  for (const [id, answers] of Object.entries(facts ?? {})) {
    const question = scope.names.questions.get(id);
    if (question === undefined) {
      const near = scope.spell(id, scope.names.questions.keys());
      const suggestion = didYouMean(near, 'there is no such file in questions/');
      say(scope, 'UNKNOWN_QUESTION', { path, where: [...above, id], point: 'key' }, `"${id}"`, suggestion);
      continue;
    }
    const known = question?.answers ?? null;
    for (const answer of typeof answers === 'string' ? [answers] : answers)
      mustBeKnown(
        scope,
        'UNKNOWN_ANSWER',
        { path, where: [...above, id] },
        answer,
        known,
        `the answers of ${id} are ${someOf(known ?? [])}`,
      );
  }
}

/** Complains of a text that was taught as something else already; else notes it. */
export function checkTwin(
  scope: Scope,
  taught: Map<string, Taught>,
  example: { readonly path: string; readonly where: Where; readonly says: string; readonly as: string },
  isTwin: (as: string) => boolean,
  suggestion = 'keep one of them, or name the other under "also"',
): void {
  const key = comparable(example.says);
  const earlier = taught.get(key);
  if (earlier === undefined) {
    taught.set(key, { as: example.as, path: example.path });
    return;
  }
  if (!isTwin(earlier.as)) return;
  const message = `the same words are taught as "${earlier.as}" already (${earlier.path})`;
  const spot = { path: example.path, where: example.where };
  say(scope, 'TWIN_EXAMPLES', spot, message, suggestion);
}
