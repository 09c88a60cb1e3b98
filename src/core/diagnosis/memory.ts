/**
 * Short-lived arrays of zeros for one computation. Each is cut from a larger piece of memory, as Node does for its
 * buffers: getting many small typed arrays one by one costs more than what is computed in them. No part of a piece
 * is ever given out twice; a piece is freed once nobody holds an array of it, so none may be kept beyond the turn.
 */

/**
 * Numbers in one piece. Range 1,000..1,000,000, default 8,192: smaller ones save little; each is filled with zeros
 * at once, and larger ones make single turns slow.
 */
const PIECE = 8_192;

/** Above this share of a piece an array gets memory of its own, so that little of a piece is left unused. */
const LARGE = PIECE / 8;

let floatPiece = new Float64Array(PIECE);
let floatsUsed = 0;
let intPiece = new Int32Array(PIECE);
let intsUsed = 0;

/** Zeros. */
export function floats(length: number): Float64Array {
  if (length > LARGE) return new Float64Array(length);
  if (floatsUsed + length > PIECE) {
    floatPiece = new Float64Array(PIECE);
    floatsUsed = 0;
  }
  floatsUsed += length;
  return floatPiece.subarray(floatsUsed - length, floatsUsed);
}

/** Zeros of 32 bits, with a sign. */
export function ints(length: number): Int32Array {
  if (length > LARGE) return new Int32Array(length);
  if (intsUsed + length > PIECE) {
    intPiece = new Int32Array(PIECE);
    intsUsed = 0;
  }
  intsUsed += length;
  return intPiece.subarray(intsUsed - length, intsUsed);
}
