/** Reads a case: a way to break a knowledge base, and what is then printed. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { MESSAGES } from '../../src/core/knowledge/model.ts';
import {
  type Complaint,
  formatComplaint,
  type KnowledgeFile,
  readKnowledge,
} from '../../src/core/knowledge/parse.ts';
import { checkKnowledge } from '../../src/workbench/check.ts';

const BASE = 'test/broken-knowledge/base';

/** A way to break the base. */
export interface BrokenCase {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly prints: string;
}

interface Change {
  readonly verb: 'change' | 'add' | 'delete';
  readonly path: string;
  readonly lines: readonly string[];
}

/** The base without a fault: path → text. */
export function soundBase(): Map<string, string> {
  const paths = readdirSync(BASE, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  );
  const texts = new Map(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(BASE, path), 'utf8')]),
  );
  for (const [path, text] of LANGUAGE) texts.set(path, text);
  return texts.set('messages/en.yaml', messages());
}

/** The shipped language with one entry of each list: reading all of it takes longer than the rest of this base. */
function fewWords(name: string): string {
  const first = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.slice(0, 1).map(first);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, first(each)]));
  };
  const text = readFileSync(join('knowledge', 'language', `${name}.yaml`), 'utf8');
  const { everyday, ...rest } = parse(text);
  const few = everyday === undefined ? rest : { ...rest, everyday: 'about' };
  return `${text.slice(0, text.indexOf('\n'))}\n${stringify(first(few))}`;
}

/** Read once. */
const LANGUAGE = ['en', 'secrets'].map((name) => [`language/${name}.yaml`, fewWords(name)] as const);

/** One line for each message; the ones that cases change come first, so that a new message moves no line of them. */
function messages(): string {
  const first = ['closing', 'corrected'];
  const keys = [...first, ...Object.keys(MESSAGES).filter((key) => !first.includes(key))];
  const lines = keys.map((key) => `  ${key}: Said.`);
  return ['# yaml-language-server: $schema=../schema/messages.schema.json', 'messages:', ...lines, ''].join(
    '\n',
  );
}

/** Texts as files. */
export function filesOf(texts: ReadonlyMap<string, string>): KnowledgeFile[] {
  return [...texts].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
}

/** What `keyturn check` prints of these files as far as reading them shows it. */
export function printed(files: readonly KnowledgeFile[]): string {
  return lines(readKnowledge(files).complaints);
}

/** All that it prints, with what trying them shows. */
export function printedWhenTried(files: readonly KnowledgeFile[]): string {
  return lines(checkKnowledge(files, 'a hash'));
}

function lines(complaints: readonly Complaint[]): string {
  return complaints.map((complaint) => `${formatComplaint(complaint, 'knowledge/')}\n`).join('');
}

/** Takes a case apart. */
export function readCase(text: string): BrokenCase {
  const [title = '', ...sections] = text.split(/^### /m);
  const changes: Change[] = [];
  let prints = '';
  for (const section of sections) {
    const [head = '', ...lines] = section.split('\n');
    const [verb, path = ''] = head.split(' ');
    if (verb === 'print') prints = lines.join('\n');
    else if (verb === 'change' || verb === 'add' || verb === 'delete') changes.push({ verb, path, lines });
    else throw new Error(`a case cannot "${head}"`);
  }
  return { title: title.trim(), changes, prints };
}

/** The base after the changes of a case. */
export function brokenBase({ changes }: BrokenCase): Map<string, string> {
  const texts = soundBase();
  for (const { verb, path, lines } of changes) {
    if (verb === 'delete') texts.delete(path);
    // The blank line before the next section is no part of the file.
    else if (verb === 'add') texts.set(path, lines.slice(0, -1).join('\n'));
    else texts.set(path, changed(texts.get(path) ?? '', path, lines));
  }
  return texts;
}

function changed(text: string, path: string, lines: readonly string[]): string {
  const marked = (mark: string) =>
    lines
      .filter((line) => line.startsWith(mark))
      .map((line) => `${line.slice(2)}\n`)
      .join('');
  const parts = text.split(marked('- '));
  if (parts.length !== 2) throw new Error(`the lines to change stand ${parts.length - 1} times in ${path}`);
  return parts.join(marked('+ '));
}
