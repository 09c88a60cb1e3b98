/** Everything that only several files together can get wrong. */

import type { Speller } from '../language/spelling.ts';
import type { Base } from './base.ts';
import { checkArticles } from './check/articles.ts';
import { checkCodes } from './check/codes.ts';
import { checkConversations } from './check/conversations.ts';
import { checkDenied } from './check/denied.ts';
import { checkExamples } from './check/examples.ts';
import { checkFiles } from './check/files.ts';
import { checkIds } from './check/ids.ts';
import { checkLanguage } from './check/language.ts';
import { checkMessages } from './check/messages.ts';
import { checkNeeds } from './check/needs.ts';
import { checkPhrases } from './check/phrases.ts';
import { checkQuestions } from './check/questions.ts';
import { checkReferences } from './check/references.ts';
import { checkRoles } from './check/roles.ts';
import type { Scope } from './check/scope.ts';
import { checkSigns } from './check/signs.ts';
import { checkUse } from './check/use.ts';
import type { Complain } from './complaint.ts';
import { namesOf } from './names.ts';

/** Every check; each is about one thing, and none needs another to have run. */
const CHECKS: readonly ((scope: Scope) => void)[] = [
  checkIds,
  checkReferences,
  checkSigns,
  checkDenied,
  checkRoles,
  checkQuestions,
  checkNeeds,
  checkPhrases,
  checkCodes,
  checkMessages,
  checkLanguage,
  checkConversations,
  checkExamples,
  checkArticles,
  checkUse,
];

/** Runs every check; the order does not matter, complaints are sorted afterwards. */
export function checkBase(base: Base, spell: Speller, complain: Complain): void {
  checkFiles(base, complain);
  const whole = base.broken.size === 0;
  const scope: Scope = { shelves: base.shelves, names: namesOf(base), whole, spell, complain };
  for (const check of CHECKS) check(scope);
}
