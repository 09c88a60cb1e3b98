/** The knowledge base drawn as one page that opens anywhere: no network, no other file. */

import type { DiagnosisSlice } from '../core/diagnosis/prepare.ts';
import type { Id, KnowledgeBase } from '../core/knowledge/model.ts';
import type { PlayedWords } from '../simulate/words/worst.ts';
import { mapFigures } from './map/figures.ts';
import { page } from './map/page.ts';

/** What is drawn. */
export interface MapRequest {
  readonly kb: KnowledgeBase;
  /** The tables that conversations are decided by, of the same base. */
  readonly diagnosis: DiagnosisSlice;
  /** Hash of the files it was made from. */
  readonly hash: string;
  /** The id of the one family to draw; null: all. */
  readonly family: Id | null;
  /** Conversations in words, of which the worst are shown; null: none were played. */
  readonly words: PlayedWords | null;
}

/** The map as a self-contained HTML page. */
export function drawMap({ kb, diagnosis, hash, family, words }: MapRequest): string {
  return page(mapFigures(kb, diagnosis, hash, family), words);
}
