/** The base that an author works on. */

import { safeText } from '../channels/console/safe-text.ts';
import type { KnowledgeFile } from '../core/knowledge/files.ts';
import { type Complaint, formatComplaint, readKnowledge } from '../core/knowledge/parse.ts';
import { prepare } from '../core/prepare.ts';
import { KnowledgeFolderError, readKnowledgeFolder } from '../storage/knowledge-folder.ts';
import { type OpenShelf, openModelShelf } from '../storage/model-shelf.ts';
import type { Desk } from '../workbench/desk.ts';
import type { DraftFile } from '../workbench/draft-files.ts';
import { BadInput } from './faults.ts';

/** A folder, its files, and what they say. */
export interface OpenFolder {
  readonly folder: string;
  readonly files: readonly KnowledgeFile[];
  readonly desk: Desk;
  /** Models that were trained before. */
  readonly models: OpenShelf;
}

/** Reads a folder that an author adds to. Throws `BadInput` where it cannot be read or has errors. */
export async function openFolder(folder: string): Promise<OpenFolder> {
  const { files, hash } = await readKnowledgeFolder(folder).catch((error: unknown) => {
    if (error instanceof KnowledgeFolderError) throw new BadInput(`${error.message}.`);
    throw error;
  });
  const { kb } = readKnowledge(files);
  if (kb === null)
    throw new BadInput(
      `the knowledge base ${folder} has errors: run "keyturn check ${folder}" and mend them first.`,
    );
  const models = await openModelShelf();
  const prepared = prepare(kb, hash, models.shelf);
  await models.save();
  return { folder, files, desk: { kb, prepared }, models };
}

/** New files as an author reads them before they are kept. */
export function previewOf(files: readonly DraftFile[]): string {
  return safeText(files.map(({ path, text }) => `--- ${path}\n${text}`).join('\n'));
}

/** Complaints as `check` prints them; empty where there are none. */
export function complaintsText(fresh: readonly Complaint[]): string {
  return fresh.map((complaint) => `${formatComplaint(complaint, '')}\n`).join('');
}
