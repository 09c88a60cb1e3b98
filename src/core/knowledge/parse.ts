/** The whole way from the files of a knowledge folder to the knowledge base, with everything that is wrong on it. */

import { newSpeller, type Speller } from '../language/spelling.ts';
import { type Base, emptyShelves, type Shelves } from './base.ts';
import { checkBase } from './check.ts';
import { compileConversation } from './compile/conversation.ts';
import { compile } from './compile.ts';
import { type Complaint, complaintAt, type Finding, inReadingOrder, TOP } from './complaint.ts';
import { type KnowledgeFile, MAX_FILES } from './files.ts';
import type { GoldenConversation, KnowledgeBase } from './model.ts';
import { decode } from './parse/decode.ts';
import { isLines, readFile } from './parse/file.ts';
import { placedInLines } from './parse/json-lines.ts';
import { placed, unplaced } from './parse/places.ts';

export type { Complaint, Finding } from './complaint.ts';
export { formatComplaint, inReadingOrder } from './complaint.ts';
export type { KnowledgeFile } from './files.ts';

/** What became of a folder of files. */
export interface Read {
  /** Null where an error stands among the complaints. */
  readonly kb: KnowledgeBase | null;
  /** By path, line and column. */
  readonly complaints: readonly Complaint[];
  /** Conversations that must go as written, by path; empty where `kb` is null. */
  readonly conversations: readonly GoldenConversation[];
}

/** Reads and checks a whole knowledge base; every complaint in one run. Never throws, whatever the bytes are. */
export function readKnowledge(files: readonly KnowledgeFile[]): Read {
  if (files.length > MAX_FILES) return tooMany(files.length);
  const spell = newSpeller();
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const shelves = emptyShelves();
  const complaints = sorted.flatMap((file) => readFile(file, shelves, spell));
  const base = baseOf(shelves, complaints);
  complaints.push(...checked(base, sorted, spell));
  complaints.sort(inReadingOrder);
  if (complaints.some(({ severity }) => severity === 'error'))
    return { kb: null, complaints, conversations: [] };
  return {
    kb: compile(base.shelves),
    complaints,
    conversations: shelves.conversation.map(compileConversation),
  };
}

function baseOf(shelves: Shelves, complaints: readonly Complaint[]): Base {
  const broken = complaints.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  return { shelves, broken: new Set(broken) };
}

/** What only several files together can get wrong. A file is read again only where its lines are asked for. */
function checked(base: Base, files: readonly KnowledgeFile[], spell: Speller): readonly Complaint[] {
  const findings: Finding[] = [];
  checkBase(base, spell, (finding) => findings.push(finding));
  return complaintsOf(
    files.filter(({ path }) => !base.broken.has(path)),
    findings,
  );
}

/** Findings with their lines and columns; at the top of the file where it is not among `files`. In no order. */
export function complaintsOf(
  files: readonly KnowledgeFile[],
  findings: readonly Finding[],
): readonly Complaint[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const ofFiles = new Map<string, Finding[]>();
  for (const finding of findings) {
    const ofFile = ofFiles.get(finding.path);
    if (ofFile === undefined) ofFiles.set(finding.path, [finding]);
    else ofFile.push(finding);
  }
  return [...ofFiles].flatMap(([path, ofFile]) => {
    const file = byPath.get(path);
    const decoded = file === undefined ? null : decode(file);
    if (decoded === null || 'complaint' in decoded) return unplaced(ofFile);
    return isLines(path) ? placedInLines(decoded.text, ofFile) : placed(decoded.text, ofFile);
  });
}

function tooMany(count: number): Read {
  const message = `the folder has ${count} files, more than ${MAX_FILES}`;
  const complaint = complaintAt(TOP, {
    code: 'TOO_MANY_FILES',
    path: '',
    message,
    suggestion: 'is it the right folder?',
  });
  return { kb: null, complaints: [complaint], conversations: [] };
}
