/** Which kinds of device a word for one can mean. */

import type { Question, Signs } from './question.ts';
import type { Id } from './words.ts';

interface Devices {
  readonly questions: readonly Question[];
  readonly families: readonly { readonly id: Id; readonly signs: Signs }[];
}

/** Below this likelihood a device answer does not speak for a family (0..1; 0: every answer fits every family). */
const DEVICE_FITS = 0.2;

/** `question/answer` of a device fact → the families it can mean. */
export function familiesOfDevice(kb: Devices): ReadonlyMap<string, readonly Id[]> {
  const device = kb.questions.filter((question) => question.about === 'device');
  return new Map(
    device.flatMap((question) =>
      question.answers.map((answer): [string, readonly Id[]] => [
        deviceKey(question.id, answer.id),
        kb.families
          .filter((family) => (family.signs[question.id]?.[answer.id] ?? 0) >= DEVICE_FITS)
          .map((family) => family.id),
      ]),
    ),
  );
}

/** The key of a device fact in `familiesOfDevice`. */
export const deviceKey = (question: Id, answer: Id): string => `${question}/${answer}`;
