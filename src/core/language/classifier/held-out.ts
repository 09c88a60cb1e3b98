/**
 * Texts judged by weights that never saw them: for each part in turn, the rest is learnt from. In each run some classes
 * are left out whole, so that their texts show what belongs to none looks like.
 */

import type { Judged } from './calibrate.ts';
import { misspelt, nonsense } from './disturbed.ts';
import { type Corpus, type Fitted, learnFrom, scoreText } from './fit.ts';
import { permutation } from './permutation.ts';

/** Parts that the texts are divided into. More: weights as good as the last ones, and slower. 3 to 20. */
const PARTS = 10;
/** Held-out texts that are enough; more runs are not made. 500 to 10,000. */
const ENOUGH = 2000;
/** Fewest classes of which one can be left out. */
const FEWEST_CLASSES = 3;
/** Every so many held-out texts one is made nonsense of. */
const NONSENSE_EVERY = 5;

/** Judges the texts, part by part, until there are enough. */
export function judgeHeldOut(corpus: Corpus): Judged[] {
  const part = partsOf(corpus);
  const judged: Judged[] = [];
  for (let run = 0; run < PARTS && judged.length < 2 * ENOUGH; run++)
    judged.push(...judgePart(corpus, part, run));
  return judged;
}

/** The part of each text; the texts of one class go to different parts. */
function partsOf({ classes, labels }: Corpus): Int32Array {
  const parts = new Int32Array(classes.length);
  const seen = new Int32Array(labels.length);
  for (const text of permutation(classes.length, 1)) {
    const label = classes[text] ?? 0;
    const before = seen[label] ?? 0;
    parts[text] = (before + label) % PARTS;
    seen[label] = before + 1;
  }
  return parts;
}

function judgePart(corpus: Corpus, part: Int32Array, run: number): Judged[] {
  const classCount = corpus.labels.length;
  const order = permutation(classCount, 2);
  const leftOut = (text: number): boolean =>
    classCount >= FEWEST_CLASSES && (order[corpus.classes[text] ?? 0] ?? 0) % PARTS === run;
  const all = Array.from(part.keys());
  const lesson = all.filter((text) => part[text] !== run && !leftOut(text));
  if (lesson.length === 0) return [];
  const fitted = learnFrom(corpus, lesson);
  const kept = new Set(lesson.map((text) => corpus.classes[text] ?? 0));
  const held = all.filter((text) => part[text] === run && kept.has(corpus.classes[text] ?? 0));
  const strange = all.filter(leftOut).slice(0, held.length);
  return [
    ...held.flatMap((text) => judgeOwn(corpus, fitted, text)),
    ...strange.map((text) => judge(fitted, corpus.texts[text] ?? '', -1)),
    ...held
      .filter((_, at) => at % NONSENSE_EVERY === 0)
      .map((text) => judge(fitted, nonsense(corpus.texts[text] ?? ''), -1)),
  ];
}

/** A text as it is, and with a slip of the finger. */
function judgeOwn(corpus: Corpus, fitted: Fitted, text: number): Judged[] {
  const label = corpus.classes[text] ?? 0;
  const written = corpus.texts[text] ?? '';
  return [judge(fitted, written, label), judge(fitted, misspelt(written, text), label)];
}

const judge = (fitted: Fitted, text: string, label: number): Judged => ({
  ...scoreText(fitted, text),
  label,
});
