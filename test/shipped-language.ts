/** The language of the base that ships, for bases that are made in memory. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { languageFile } from '../src/core/knowledge/authored/language.ts';
import { compileLanguage } from '../src/core/knowledge/compile/language.ts';
import { grammarOf } from '../src/core/language/grammar.ts';

/** As a base has it. */
export const language = compileLanguage(
  languageFile.parse(parse(readFileSync('knowledge/language/en.yaml', 'utf8'))),
);
/** As messages are read by it. */
export const grammar = grammarOf(language);
