/** Everything that is wrong with a knowledge base: what reading its files shows, and what only trying it does. */

import type { KnowledgeFile } from '../core/knowledge/files.ts';
import { type Complaint, complaintsOf, inReadingOrder, readKnowledge } from '../core/knowledge/parse.ts';
import type { ModelShelf } from '../core/language/reading/heads.ts';
import { prepare } from '../core/prepare.ts';
import { alikeProblems } from './alike.ts';
import { ambiguousPhrases } from './ambiguous.ts';
import { misreadExamples } from './misread-examples.ts';
import { pathsOf } from './paths.ts';
import { departures } from './played-conversation.ts';
import { secretsOfArticles, wronglyMaskedExamples } from './secret-examples.ts';
import { questionsNeverAsked, unreachedProblems, walksOf } from './walks.ts';

/** How many things `checking` says before it is done, at most; examples that are left out are not among them. */
export const CHECKING_STEPS = 6;

/** How a base is checked. */
export interface CheckingOptions {
  /** Models that were trained before. */
  readonly shelf?: ModelShelf;
  /** Reads every example by the others, which takes minutes. */
  readonly leftOut?: boolean;
}

/**
 * Checks a knowledge base and says before each part what it is about to do, so that the caller can show how far it is.
 * Where reading shows errors nothing is tried: there is nothing to try it with.
 * @param hash of the files; any text will do where nobody asks for it
 * @param options what is known already, and how closely it is looked at
 * @returns complaints by path, line and column
 */
export function* checking(
  files: readonly KnowledgeFile[],
  hash: string,
  { shelf = new Map(), leftOut = false }: CheckingOptions = {},
): Generator<string, readonly Complaint[]> {
  yield 'reading the files';
  const { kb, complaints, conversations } = readKnowledge(files);
  if (kb === null) return complaints;
  yield 'learning to recognise them';
  const prepared = prepare(kb, hash, shelf);
  const paths = pathsOf(files);
  yield 'listening to phrases';
  const findings = [
    ...alikeProblems(kb, paths),
    ...ambiguousPhrases(kb, prepared, paths),
    ...wronglyMaskedExamples(kb.secrets),
    ...secretsOfArticles(kb),
  ];
  yield 'playing conversations';
  findings.push(...departures(prepared, conversations));
  yield 'looking for every problem';
  const walks = walksOf(kb, prepared);
  findings.push(...unreachedProblems(kb, prepared, walks, paths));
  yield 'looking for every question';
  findings.push(...questionsNeverAsked(kb, prepared, walks, paths));
  if (leftOut) findings.push(...(yield* misreadExamples(kb, files)));
  return [...complaints, ...complaintsOf(files, findings)].sort(inReadingOrder);
}

/** The same in one go. */
export function checkKnowledge(
  files: readonly KnowledgeFile[],
  hash: string,
  shelf: ModelShelf = new Map(),
): readonly Complaint[] {
  const steps = checking(files, hash, { shelf });
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
