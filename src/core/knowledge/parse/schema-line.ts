/** The comment at the head of a file by which an editor finds the schema and helps while the author types. */

import type { FileKind } from '../authored.ts';
import { type Complaint, complaintAt } from '../complaint.ts';
import { placeAt } from './decode.ts';

/** The line that a file of a kind begins with: `# yaml-language-server: $schema=../schema/step.schema.json`. */
export function schemaLine(path: string, kind: FileKind): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}schema/${kind}.schema.json`;
}

/** A schema of ours, wherever it stands: a base outside of this program names ours from afar. */
const NAMES_SCHEMA = /^# yaml-language-server: \$schema=\S*?schema\/([a-z]+)\.schema\.json$/;

/** What stands before the first line that an editor takes for its own: other comments and blank lines, nothing else. */
const BEFORE_EDITORS_LINE =
  /^(?:[^\S\n]*(?:#(?! +yaml-language-server *:)[^\n]*)?\n)*(?=# +yaml-language-server *:)/;

/**
 * A complaint where no comment at the head of the file names a schema, or the first that speaks to editors names that
 * of another kind of file; null where all is well. Other comments may stand before it, the path of the file for one:
 * editors read them all and take the first that speaks to them.
 */
export function schemaLineComplaint(path: string, kind: FileKind, text: string): Complaint | null {
  const before = BEFORE_EDITORS_LINE.exec(text)?.[0];
  const place = placeAt(text, before?.length ?? 0);
  if (NAMES_SCHEMA.exec(place.source.trimEnd())?.[1] === kind) return null;
  const message = 'no comment at the head names the schema of this kind of file, so editors cannot help';
  const suggestion = `make ${before === undefined ? 'the first' : 'this'} line "${schemaLine(path, kind)}"`;
  return complaintAt(place, { code: 'NO_SCHEMA_LINE', path, message, suggestion });
}
