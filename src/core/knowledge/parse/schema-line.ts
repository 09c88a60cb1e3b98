/** The first line of a file, by which an editor finds the schema and helps while the author types. */

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

/** A complaint where the first line names no schema, or that of another kind of file; null where all is well. */
export function schemaLineComplaint(path: string, kind: FileKind, text: string): Complaint | null {
  const place = placeAt(text, 0);
  if (NAMES_SCHEMA.exec(place.source.trimEnd())?.[1] === kind) return null;
  const message = `the first line does not name the schema of this kind of file, so editors cannot help`;
  const suggestion = `make the first line "${schemaLine(path, kind)}"`;
  return complaintAt(place, { code: 'NO_SCHEMA_LINE', path, message, suggestion });
}
