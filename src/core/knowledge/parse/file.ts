/** One file: bytes to text to data to the shape of its kind. */

import type { Speller } from '../../language/spelling.ts';
import { type AuthoredKinds, FILE_KINDS, type FileKind } from '../authored.ts';
import { kindOf, type Shelves } from '../base.ts';
import { type Complaint, complaintAt, didYouMean, type Finding, TOP } from '../complaint.ts';
import type { KnowledgeFile } from '../files.ts';
import { decode } from './decode.ts';
import { placedInLines, readLines } from './json-lines.ts';
import { placed } from './places.ts';
import { schemaLineComplaint } from './schema-line.ts';
import { shapeFindings } from './shape.ts';
import { readSyntax } from './syntax.ts';

/** Puts a file of the right shape on its shelf; gives back every complaint about it. */
export function readFile(file: KnowledgeFile, shelves: Shelves, spell: Speller): readonly Complaint[] {
  const kind = kindOf(file.path);
  if (kind === null) return [unknownFile(file.path, spell)];
  const decoded = decode(file);
  if ('complaint' in decoded) return [decoded.complaint];
  const { text } = decoded;
  if (isLines(file.path)) return readExamples(kind, shelves, file.path, text, spell);
  const line = schemaLineComplaint(file.path, kind, text);
  const notes = line === null ? [] : [line];
  const syntax = readSyntax(file.path, text);
  if (syntax.kind === 'faulty') return [...notes, ...syntax.complaints];
  const findings = shelve(kind, shelves, file.path, syntax.data, spell);
  return findings.length === 0 ? notes : [...notes, ...placed(text, findings)];
}

/** True for a file of JSON Lines; all others are YAML. */
export const isLines = (path: string): boolean => path.endsWith('.jsonl');

/** Examples: JSON Lines, which has no room for the name of a schema. */
function readExamples(
  kind: FileKind,
  shelves: Shelves,
  path: string,
  text: string,
  spell: Speller,
): readonly Complaint[] {
  const syntax = readLines(path, text);
  if (syntax.kind === 'faulty') return syntax.complaints;
  const findings = shelve(kind, shelves, path, syntax.data, spell);
  return findings.length === 0 ? [] : placedInLines(text, findings);
}

function shelve<K extends FileKind>(
  kind: K,
  shelves: Shelves,
  path: string,
  data: unknown,
  spell: Speller,
): readonly Finding[] {
  const schema: { readonly safeParse: (typeof FILE_KINDS)[K]['schema']['safeParse'] } =
    FILE_KINDS[kind].schema;
  const parsed = schema.safeParse(data);
  if (!parsed.success) return shapeFindings({ kind, path, data, spell }, parsed.error.issues);
  const value: AuthoredKinds[K] = parsed.data;
  shelves[kind].push({ path, value });
  return [];
}

/** Where files may stand, for the suggestion. */
const PLACES = [
  'families.yaml',
  'roles.yaml',
  'costs.yaml',
  'lexicon.yaml',
  'acts.yaml',
  'contacts.yaml',
  'sources.yaml',
  'messages',
  'language',
  'problems',
  'questions',
  'steps',
  'answers',
  'conversations',
  'examples',
];

function unknownFile(path: string, spell: Speller): Complaint {
  const [first = '', ...rest] = path.split('/');
  const renamed = path.replace(/\.(yml|YAML|YML)$/, '.yaml');
  const near = spell(first, PLACES);
  const meant = near === null ? null : [near, ...rest].join('/');
  const suggestion =
    kindOf(renamed) === null
      ? didYouMean(
          meant,
          'files stand at problems/FAMILY/ID.yaml, questions/ID.yaml, steps/ID.yaml, answers/ID.yaml, messages/LANGUAGE.yaml, language/LANGUAGE.yaml, language/secrets.yaml, conversations/NAME.yaml, examples/problems/ID.jsonl, examples/replies/ID.jsonl, examples/turns/ACT.jsonl, examples/statements/STANDING.jsonl, examples/answers/ID.jsonl; their names are lower-case words joined by hyphens',
        )
      : `rename it to "${renamed}"`;
  return complaintAt(TOP, {
    code: 'UNKNOWN_FILE',
    path,
    message: 'no file of a knowledge base stands here',
    suggestion,
  });
}
