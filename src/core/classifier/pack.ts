/** Weights made small: one byte each, and one more for each feature. */

/** Largest number that a packed weight holds. */
const LARGEST = 127;
/** What 1 is worth in a row of scale 0: weights are held up to 16, far above what is learnt. */
const COARSEST = 16 / LARGEST;
/** Scales that halve what 1 is worth, 8 to 32. More: rows are rounded less, and the finest scale is coarser. */
const SCALES_TO_HALF = 32;

/** What 1 is worth in a row, by the scale of the row. */
export const UNITS = Float32Array.from(
  { length: 256 },
  (_, scale) => COARSEST * 2 ** (-scale / SCALES_TO_HALF),
);

/** Rows of bytes with the scale of each row. */
export interface Packed {
  readonly weights: Int8Array;
  readonly scales: Uint8Array;
}

/** Rounds each row to 255 steps between its largest weight, or a little more, and the same below zero. */
export function pack(weights: Float32Array, classCount: number): Packed {
  const packed = new Int8Array(weights.length);
  const scales = new Uint8Array(classCount === 0 ? 0 : weights.length / classCount);
  for (let row = 0; row < scales.length; row++) {
    const base = row * classCount;
    let largest = 0;
    for (let c = 0; c < classCount; c++) largest = Math.max(largest, Math.abs(weights[base + c] ?? 0));
    const scale = scaleOf(largest);
    scales[row] = scale;
    const unit = UNITS[scale] ?? COARSEST;
    for (let c = 0; c < classCount; c++) packed[base + c] = Math.round((weights[base + c] ?? 0) / unit);
  }
  return { weights: packed, scales };
}

/** The finest scale that holds a weight. */
function scaleOf(largest: number): number {
  const finest = Math.floor(SCALES_TO_HALF * Math.log2((COARSEST * LARGEST) / largest));
  return Math.max(0, Math.min(UNITS.length - 1, finest));
}
