/** Files that must be there. */

import { FILE_KINDS, type FileKind, KIND_NAMES } from '../authored.ts';
import type { Base } from '../base.ts';
import type { Complain } from '../complaint.ts';

/** Where a file of each kind stands; null: a base may do without. */
const REQUIRED: { readonly [K in FileKind]: string | null } = {
  families: 'families.yaml',
  roles: 'roles.yaml',
  costs: 'costs.yaml',
  lexicon: 'lexicon.yaml',
  acts: 'acts.yaml',
  contacts: 'contacts.yaml',
  sources: 'sources.yaml',
  messages: 'messages/en.yaml',
  language: 'language/en.yaml',
  secrets: 'language/secrets.yaml',
  things: null,
  problem: 'problems/FAMILY/ID.yaml',
  question: 'questions/ID.yaml',
  step: 'steps/ID.yaml',
  answer: null,
  conversation: null,
  'problem-examples': null,
  'reply-examples': null,
  'turn-examples': null,
  'statement-examples': null,
  'answer-examples': null,
};

/** Complains of every kind of which there is no file; one that is there but faulty is spoken of already. */
export function checkFiles(base: Base, complain: Complain): void {
  for (const kind of KIND_NAMES) {
    const path = REQUIRED[kind];
    if (path === null || base.shelves[kind].length > 0) continue;
    if ([...base.broken].some((broken) => FILE_KINDS[kind].path.test(broken))) continue;
    complain({
      code: 'MISSING_FILE',
      path,
      where: [],
      point: 'value',
      message: 'the file is missing',
      suggestion: `write it: ${FILE_KINDS[kind].schema.description ?? kind}`,
    });
  }
}
