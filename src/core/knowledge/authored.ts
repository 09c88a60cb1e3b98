/**
 * What an author writes, file by file. These schemas check the YAML and make the JSON Schemas that editors use,
 * so that the two cannot drift.
 */

import type { z } from 'zod';
import { conversationFile } from './authored/conversation.ts';
import {
  answerExamplesFile,
  problemExamplesFile,
  replyExamplesFile,
  statementExamplesFile,
  turnExamplesFile,
} from './authored/examples.ts';
import { languageFile, secretsFile } from './authored/language.ts';
import { thingsFile } from './authored/needs.ts';
import {
  actsFile,
  contactsFile,
  costsFile,
  familiesFile,
  lexiconFile,
  messagesFile,
  rolesFile,
  sourcesFile,
} from './authored/tables.ts';
import { keysOf } from './authored/terms.ts';
import { articleFile, problemFile, questionFile, stepFile } from './authored/things.ts';

/** What each kind of file holds once its schema has read it. */
export interface AuthoredKinds {
  readonly families: z.output<typeof familiesFile>;
  readonly roles: z.output<typeof rolesFile>;
  readonly costs: z.output<typeof costsFile>;
  readonly lexicon: z.output<typeof lexiconFile>;
  readonly acts: z.output<typeof actsFile>;
  readonly contacts: z.output<typeof contactsFile>;
  readonly sources: z.output<typeof sourcesFile>;
  readonly messages: z.output<typeof messagesFile>;
  readonly language: z.output<typeof languageFile>;
  readonly secrets: z.output<typeof secretsFile>;
  readonly things: z.output<typeof thingsFile>;
  readonly problem: z.output<typeof problemFile>;
  readonly question: z.output<typeof questionFile>;
  readonly step: z.output<typeof stepFile>;
  readonly answer: z.output<typeof articleFile>;
  readonly conversation: z.output<typeof conversationFile>;
  readonly 'problem-examples': z.output<typeof problemExamplesFile>;
  readonly 'reply-examples': z.output<typeof replyExamplesFile>;
  readonly 'turn-examples': z.output<typeof turnExamplesFile>;
  readonly 'statement-examples': z.output<typeof statementExamplesFile>;
  readonly 'answer-examples': z.output<typeof answerExamplesFile>;
}

/** The name of a kind of file, which is also the name of its schema: `schema/KIND.schema.json`. */
export type FileKind = keyof AuthoredKinds;

/** Every kind of file, by the name of its schema, with the paths it stands at (relative to the knowledge folder). */
export const FILE_KINDS: {
  readonly [K in FileKind]: { readonly schema: z.ZodType<AuthoredKinds[K]>; readonly path: RegExp };
} = {
  families: { schema: familiesFile, path: /^families\.yaml$/ },
  roles: { schema: rolesFile, path: /^roles\.yaml$/ },
  costs: { schema: costsFile, path: /^costs\.yaml$/ },
  lexicon: { schema: lexiconFile, path: /^lexicon\.yaml$/ },
  acts: { schema: actsFile, path: /^acts\.yaml$/ },
  contacts: { schema: contactsFile, path: /^contacts\.yaml$/ },
  sources: { schema: sourcesFile, path: /^sources\.yaml$/ },
  messages: { schema: messagesFile, path: /^messages\/[a-z]{2,3}(-[A-Za-z0-9]+)*\.yaml$/ },
  language: { schema: languageFile, path: /^language\/[a-z]{2,3}\.yaml$/ },
  secrets: { schema: secretsFile, path: /^language\/secrets\.yaml$/ },
  things: { schema: thingsFile, path: /^things\.yaml$/ },
  problem: { schema: problemFile, path: /^problems\/[a-z0-9-]+\/[a-z0-9-]+\.yaml$/ },
  question: { schema: questionFile, path: /^questions\/[a-z0-9-]+\.yaml$/ },
  step: { schema: stepFile, path: /^steps\/[a-z0-9-]+\.yaml$/ },
  answer: { schema: articleFile, path: /^answers\/[a-z0-9-]+\.yaml$/ },
  conversation: { schema: conversationFile, path: /^conversations\/[a-z0-9-]+\.yaml$/ },
  'problem-examples': { schema: problemExamplesFile, path: /^examples\/problems\/[a-z0-9-]+\.jsonl$/ },
  'reply-examples': { schema: replyExamplesFile, path: /^examples\/replies\/[a-z0-9-]+\.jsonl$/ },
  'turn-examples': { schema: turnExamplesFile, path: /^examples\/turns\/[a-z0-9-]+\.jsonl$/ },
  'statement-examples': { schema: statementExamplesFile, path: /^examples\/statements\/[a-z0-9-]+\.jsonl$/ },
  'answer-examples': { schema: answerExamplesFile, path: /^examples\/answers\/[a-z0-9-]+\.jsonl$/ },
};

/** The kinds in a fixed order. */
export const KIND_NAMES: readonly FileKind[] = keysOf(FILE_KINDS);

/** The kinds that are YAML, for which editors use a schema; the others are JSON Lines. */
export const YAML_KINDS: readonly FileKind[] = KIND_NAMES.filter((kind) => !kind.endsWith('-examples'));
