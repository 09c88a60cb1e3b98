/** How good the order of found documents is; every document is either right for a query or not. */

/** Places that are looked at: what a person may be shown. */
export const PLACES = 10;

/** The scores of one query, each 0..1. */
export interface RankingScores {
  /** Gain 1 for each right document, divided by log2(place + 1), as a share of the best order's (Järvelin 2002). */
  readonly ndcg10: number;
  /** The share of the right documents that are among the ten. */
  readonly recall10: number;
  /** One divided by the place of the first right document; 0 where none is among the ten. */
  readonly mrr: number;
}

/** The scores of the documents `found` for one query, the best first, where those of `right` are right. */
export function rankingScores(found: readonly string[], right: ReadonlySet<string>): RankingScores {
  const places = found.slice(0, PLACES).flatMap((id, index) => (right.has(id) ? [index + 1] : []));
  const best = Array.from({ length: Math.min(PLACES, right.size) }, (_, index) => index + 1);
  return {
    ndcg10: gain(places) / Math.max(gain(best), Number.MIN_VALUE),
    recall10: places.length / Math.max(1, right.size),
    mrr: places[0] === undefined ? 0 : 1 / places[0],
  };
}

const gain = (places: readonly number[]): number =>
  places.reduce((sum, place) => sum + 1 / Math.log2(place + 1), 0);
