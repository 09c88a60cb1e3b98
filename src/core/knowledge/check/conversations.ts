/** Golden conversations name things of the base. */

import type { AuthoredKinds } from '../authored.ts';
import type { Code } from '../codes.ts';
import type { Where } from '../complaint.ts';
import type { Id } from '../model.ts';
import { checkRole, checkStep } from './references.ts';
import { mustBeKnown, type Scope, someOf } from './scope.ts';

type Turn = AuthoredKinds['conversation']['turns'][number];
type Bot = Extract<Turn, { readonly bot: unknown }>['bot'];

/** Complains of questions, problems, refusals, steps, roles and choices that are not there. */
export function checkConversations(scope: Scope): void {
  for (const { path, value } of scope.shelves.conversation) {
    if (value.role !== undefined) checkRole(scope, path, ['role'], value.role);
    let asked: Id | null = null;
    for (const [index, turn] of value.turns.entries()) {
      const where = ['turns', index];
      if ('bot' in turn) {
        checkBot(scope, path, [...where, 'bot'], turn.bot);
        asked = turn.bot.question ?? null;
      } else if ('chooses' in turn) checkChoice(scope, path, [...where, 'chooses'], turn.chooses, asked);
    }
  }
}

function checkBot(scope: Scope, path: string, where: Where, bot: Bot): void {
  const { questions, problems, refusals, articles } = scope.names;
  const check = (
    code: Code,
    key: keyof Bot,
    id: Id | undefined,
    known: ReadonlySet<Id> | null,
    otherwise: string,
  ) => {
    if (id !== undefined) mustBeKnown(scope, code, { path, where: [...where, key] }, id, known, otherwise);
  };
  check(
    'UNKNOWN_QUESTION',
    'question',
    bot.question,
    new Set(questions.keys()),
    'there is no such file in questions/',
  );
  check(
    'UNKNOWN_PROBLEM',
    'remedy',
    bot.remedy,
    problems,
    'a remedy is named by its problem; there is no such file in problems/',
  );
  check(
    'UNKNOWN_REFUSAL',
    'refusal',
    bot.refusal,
    refusals,
    `the refusals of acts.yaml are ${someOf(refusals ?? [])}`,
  );
  check('UNKNOWN_ARTICLE', 'answer', bot.answer, articles, 'there is no such file in answers/');
  for (const [index, step] of (bot.shows ?? []).entries())
    checkStep(scope, path, [...where, 'shows', index], step);
}

/** What every question offers beside its answers. */
const OFFERED_ALWAYS = ['not-sure'];

/** Only where the reply before was named as a question is it known what could be chosen. */
function checkChoice(scope: Scope, path: string, where: Where, choice: Id, asked: Id | null): void {
  const answers = asked === null ? null : (scope.names.questions.get(asked)?.answers ?? null);
  if (answers === null) return;
  const known = new Set([...answers, ...OFFERED_ALWAYS]);
  mustBeKnown(scope, 'UNKNOWN_CHOICE', { path, where }, choice, known, `the choices are ${someOf(known)}`);
}
