/** The classifier of node-nlp with its default settings; entities and feelings, which cost time, are left out. */

import { NlpManager } from 'node-nlp';

export default function open() {
  const manager = new NlpManager({
    languages: ['en'],
    autoSave: false,
    nlu: { log: false },
    forceNER: false,
  });
  return {
    async train(examples) {
      for (const { text, intent } of examples) manager.addDocument('en', text, intent);
      await manager.train();
    },
    /** The best intent even where node-nlp itself would say "None" because its score is below a half. */
    async classify(text) {
      const { classifications } = await manager.classify('en', text);
      const best = classifications.find(({ intent }) => intent !== 'None');
      return best === undefined
        ? { intent: 'None', confidence: 0 }
        : { intent: best.intent, confidence: best.score };
    },
    modelBytes: () => Buffer.byteLength(manager.export(true)),
  };
}
