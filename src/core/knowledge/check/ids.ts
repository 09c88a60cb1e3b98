/** Ids: the name of the file, its folder, and no two alike. */

import type { AuthoredKinds } from '../authored.ts';
import { type Authored, nameOf } from '../base.ts';
import type { Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import { type Id, NOT_HERE, SOMETHING_ELSE } from '../model.ts';
import { areKnown, type Scope, say } from './scope.ts';

/** The folder of problems that belong to several families. */
const SHARED = 'shared';

/** Ids that mean something of their own, and what. */
const RESERVED: Readonly<Record<string, string>> = {
  [SOMETHING_ELSE]: 'it stands for "none of the problems here"',
  'not-sure': 'it is the choice that every question offers beside its answers',
  [NOT_HERE]: 'it is the choice of those whose device has no such thing',
  // Every JavaScript object has this property; no other such name is a valid id.
  constructor: 'the program uses the word itself',
};

/** Complains of ids that do not fit their files, stand twice, or are taken. */
export function checkIds(scope: Scope): void {
  const { shelves } = scope;
  for (const kind of ['problem', 'question', 'step'] as const) {
    checkFileNames(scope, shelves[kind]);
  }
  for (const file of shelves.problem) checkFolder(scope, file);
  for (const { path, value } of shelves.families) checkList(scope, path, ['families'], value.families);
  for (const { path, value } of shelves.roles) checkList(scope, path, ['roles'], value.roles);
  for (const { path, value } of shelves.things) checkThings(scope, path, value.things);
  for (const { path, value } of shelves.contacts) checkList(scope, path, ['contacts'], value.contacts);
  for (const { path, value } of shelves.acts) {
    checkList(scope, path, ['refusals'], value.refusals);
    checkList(scope, path, ['asides'], value.asides ?? []);
  }
  for (const { path, value } of shelves.question) {
    if (typeof value.answers !== 'string') checkList(scope, path, ['answers'], value.answers);
  }
}

function checkFileNames(scope: Scope, files: readonly Authored<{ readonly id: Id }>[]): void {
  const first = new Map<Id, string>();
  for (const { path, value } of files) {
    const name = nameOf(path);
    const where = ['id'];
    if (value.id !== name) {
      const suggestion = `write "id: ${name}", or rename the file to ${value.id}.yaml`;
      say(
        scope,
        'WRONG_FILE_NAME',
        { path, where },
        `the file is called "${name}", but its id is "${value.id}"`,
        suggestion,
      );
    }
    const other = first.get(value.id);
    if (other === undefined) first.set(value.id, path);
    else
      say(
        scope,
        'DUPLICATE_ID',
        { path, where },
        `"${value.id}" is the id of ${other} already`,
        'give one of them another id',
      );
    checkReserved(scope, path, where, value.id);
  }
}

function checkFolder(scope: Scope, { path, value }: Authored<AuthoredKinds['problem']>): void {
  const folder = path.split('/')[1] ?? '';
  const families = Object.keys(value.families);
  const fitting = [...families, SHARED];
  if (fitting.includes(folder) || !areKnown(scope, families)) return;
  const near = scope.spell(folder, fitting);
  const message = `the folder "${folder}" is none of the families of the problem`;
  const suggestion = didYouMean(near, `move the file to problems/${fitting[0] ?? SHARED}`);
  say(scope, 'WRONG_FOLDER', { path, where: ['families'], point: 'key' }, message, suggestion);
}

function checkList(scope: Scope, path: string, list: Where, things: readonly { readonly id: Id }[]): void {
  const seen = new Set<Id>();
  for (const [index, { id }] of things.entries()) {
    const where = [...list, index, 'id'];
    if (seen.has(id))
      say(
        scope,
        'DUPLICATE_ID',
        { path, where },
        `"${id}" stands twice in this list`,
        'give one of them another id',
      );
    seen.add(id);
    checkReserved(scope, path, where, id);
  }
}

/** A thing is a question, too, so that no question has its id. */
function checkThings(scope: Scope, path: string, things: readonly { readonly id: Id }[]): void {
  checkList(scope, path, ['things'], things);
  const asked = new Map(scope.shelves.question.map((file) => [file.value.id, file.path]));
  for (const [index, { id }] of things.entries()) {
    const other = asked.get(id);
    if (other === undefined) continue;
    const spot = { path, where: ['things', index, 'id'] };
    say(scope, 'DUPLICATE_ID', spot, `"${id}" is the id of ${other} already`, 'give one of them another id');
  }
}

function checkReserved(scope: Scope, path: string, where: Where, id: Id): void {
  const why = Object.hasOwn(RESERVED, id) ? RESERVED[id] : undefined;
  if (why !== undefined)
    say(scope, 'RESERVED_ID', { path, where }, `"${id}" cannot be an id: ${why}`, 'choose another word');
}
