/** Plain words for what the YAML parser finds. */

import type { YAMLError } from 'yaml';
import type { Code } from '../codes.ts';
import { type Complaint, complaintAt, type Place } from '../complaint.ts';

type Said = readonly [code: Code, message: string, suggestion: string | null];

/**
 * Most syntax complaints of one file. One slip makes a parser stumble again and again, and only the first few
 * stumbles say where it was; how many were left out is said.
 */
const MAX_SYNTAX = 20;

/** Complaints about the syntax of one file. */
export function syntaxComplaints(
  path: string,
  errors: readonly YAMLError[],
  placeOf: (offset: number) => Place,
): Complaint[] {
  const left = errors.length - MAX_SYNTAX;
  return errors.slice(0, MAX_SYNTAX).map((error, index) => {
    const [code, message, suggestion] = wordsOf(error);
    const more = left > 0 && index === MAX_SYNTAX - 1 ? ` (and ${left} more in this file)` : '';
    return complaintAt(placeOf(error.pos[0]), { code, path, message: `${message}${more}`, suggestion });
  });
}

/** What is said where lists and maps stand too deep in each other. */
export const TOO_DEEP: Said = [
  'TOO_DEEP',
  'lists and maps stand too deep in each other',
  'compare it with the other files',
];

const QUOTE_IT = 'put the text in "quotes"';

const WORDS: Partial<Record<YAMLError['code'], Said>> = {
  MULTIPLE_DOCS: ['SEVERAL_DOCUMENTS', 'a second document begins here', 'make it a file of its own'],
  // The composer calls itself for each level, and says so when the stack is used up.
  RESOURCE_EXHAUSTION: TOO_DEEP,
  TAB_AS_INDENT: ['BAD_YAML', 'a tab stands where spaces must', 'use two spaces for each level'],
  BAD_INDENT: [
    'BAD_YAML',
    'this line begins at the wrong column',
    'lines that belong together begin at the same column',
  ],
  BLOCK_AS_IMPLICIT_KEY: ['BAD_YAML', 'a second ": " stands in one line', QUOTE_IT],
  BAD_SCALAR_START: ['BAD_YAML', 'a text cannot begin with this character', QUOTE_IT],
  MISSING_CHAR: [
    'BAD_YAML',
    'something is not closed or a ":" is missing',
    'look for a missing quote, bracket or ":"',
  ],
  BAD_DQ_ESCAPE: ['BAD_YAML', 'a backslash in "double quotes" means something else', "use 'single quotes'"],
  MULTILINE_IMPLICIT_KEY: [
    'BAD_YAML',
    'a ":" is missing on this line',
    'write "name: text", or indent the line under the text it goes on from',
  ],
  NON_STRING_KEY: ['BAD_YAML', 'a list or map cannot be a name', 'write a word before the ":"'],
};

/** The parser's own words for what is rare. */
function wordsOf(error: YAMLError): Said {
  if (error.message.startsWith('Flow ')) {
    return ['BAD_YAML', 'a list or map in brackets is not closed before this line', 'add the missing ] or }'];
  }
  return WORDS[error.code] ?? ['BAD_YAML', error.message.replace(/\.$/, ''), null];
}
