/** flexsearch with its English preset; "suggest" keeps documents that lack some of the words. */

import { Encoder, Index } from 'flexsearch';
import english from 'flexsearch/lang/en';

export default function open(documents) {
  const index = new Index({ encoder: new Encoder(english), tokenize: 'strict' });
  for (const { id, text } of documents) index.add(id, text);
  return (text, limit) => index.search(text, { limit, suggest: true });
}
