/** Weights made small: one byte each, and one scale for each feature. */

/** Largest number that a packed weight holds. */
const LARGEST = 127;

/** Rows of bytes with what one unit of each row is worth. */
export interface Packed {
  readonly weights: Int8Array;
  readonly scales: Float32Array;
}

/** Rounds each row to 255 steps between its largest weight and the same below zero. */
export function pack(weights: Float32Array, classCount: number): Packed {
  const rows = classCount === 0 ? 0 : weights.length / classCount;
  const packed = new Int8Array(weights.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const base = row * classCount;
    let largest = 0;
    for (let c = 0; c < classCount; c++) largest = Math.max(largest, Math.abs(weights[base + c] ?? 0));
    if (largest === 0) continue;
    scales[row] = largest / LARGEST;
    for (let c = 0; c < classCount; c++)
      packed[base + c] = Math.round(((weights[base + c] ?? 0) / largest) * LARGEST);
  }
  return { weights: packed, scales };
}
