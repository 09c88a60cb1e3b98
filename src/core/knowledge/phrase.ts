/** When two phrases are the same to a reader of messages. */

/**
 * The form in which phrases are compared: lower case, one blank between words, none around, and no apostrophes of
 * whatever kind, since "can't", "can’t" and "cant" are one word to people in a hurry.
 */
export function comparable(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
