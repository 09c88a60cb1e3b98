/**
 * lunr with its default pipeline. The words are handed over as terms and not as a line of lunr's query language, in
 * which a user's "-", ":" or "~" would mean something or fail: what a careful user of lunr does.
 */

import lunr from 'lunr';

/** The documents behind lunr; `ask` puts a text into one of lunr's queries. */
export function searchWith(documents, ask) {
  const index = lunr(function () {
    this.ref('id');
    this.field('text');
    for (const document of documents) this.add(document);
  });
  return (text, limit) =>
    index
      .query((query) => ask(query, text))
      .slice(0, limit)
      .map(({ ref }) => ref);
}

export default (documents) => searchWith(documents, (query, text) => query.term(lunr.tokenizer(text), {}));
