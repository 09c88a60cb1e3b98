/**
 * wink's naive Bayes with the settings that its documentation shows, on the stems of all words: with the preparation
 * that it brings, which drops "from", "to" and "when", it is right less often.
 */

import englishModel from 'wink-eng-lite-web-model';
import openClassifier from 'wink-naive-bayes-text-classifier';
import openWink from 'wink-nlp';

const wink = openWink(englishModel);
const { type, stem } = wink.its;

function stemsOf(text) {
  const words = wink
    .readDoc(text)
    .tokens()
    .filter((token) => token.out(type) === 'word');
  return words.out(stem);
}

export default function open() {
  const classifier = openClassifier();
  classifier.definePrepTasks([stemsOf]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  return {
    train(examples) {
      for (const { text, intent } of examples) classifier.learn(text, intent);
      classifier.consolidate();
    },
    /** It gives log2 odds of each intent against all others: as probabilities, divided by their sum. */
    classify(text) {
      const odds = classifier.computeOdds(text);
      const probabilities = odds.map(([, log2Odds]) => 1 / (1 + 2 ** -log2Odds));
      const sum = probabilities.reduce((total, probability) => total + probability, 0);
      return { intent: odds[0][0], confidence: odds[0][0] === 'unknown' ? 0 : probabilities[0] / sum };
    },
    modelBytes: () => Buffer.byteLength(classifier.exportJSON()),
  };
}
