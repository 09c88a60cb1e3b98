/** The language of the base that ships, for bases that are made in memory. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { languageFile, secretsFile } from '../src/core/knowledge/authored/language.ts';
import { compileLanguage, compileSecrets } from '../src/core/knowledge/compile/language.ts';
import { grammarOf } from '../src/core/language/grammar.ts';

const read = <T>(name: string, schema: z.ZodType<T>): T =>
  schema.parse(parse(readFileSync(`knowledge/language/${name}.yaml`, 'utf8')));

/** As a base has it. */
export const language = compileLanguage(read('en', languageFile));
/** How secrets are told in it. */
export const secrets = compileSecrets(read('secrets', secretsFile));
/** As messages are read by it. */
export const grammar = grammarOf(language);
