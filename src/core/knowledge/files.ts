/** The files that a knowledge base is made of. */

/** One file of a knowledge folder, as bytes, so that bad encodings can be told. */
export interface KnowledgeFile {
  /** Relative to the knowledge folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Largest file, in bytes. A problem is two kilobytes and the examples of one act up to a mebibyte; above four it is a
 * mistake, and a parser that meets it would hold up the start.
 */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** Most files of one base: five times the largest that is measured. More is a folder that was not meant. */
export const MAX_FILES = 50_000;
