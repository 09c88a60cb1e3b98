/** natural's Bayes classifier as its documentation shows it: its own tokenizer, stop words and Porter's stems. */

import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';

export default function open() {
  const classifier = new BayesClassifier();
  return {
    train(examples) {
      for (const { text, intent } of examples) classifier.addDocument(text, intent);
      classifier.train();
    },
    /** Its values are not divided by their sum; they are here, to be read as probabilities. */
    classify(text) {
      const found = classifier.getClassifications(text);
      const sum = found.reduce((total, { value }) => total + value, 0);
      const [best] = found;
      return { intent: best.label, confidence: sum > 0 ? best.value / sum : 1 / found.length };
    },
    modelBytes: () => Buffer.byteLength(JSON.stringify(classifier)),
  };
}
