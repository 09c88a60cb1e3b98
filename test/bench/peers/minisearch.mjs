/** minisearch with its default settings. */

import MiniSearch from 'minisearch';

/** The documents behind minisearch; `options` are its settings of a search. */
export function searchWith(documents, options) {
  const index = new MiniSearch({ fields: ['text'] });
  index.addAll(documents);
  return (text, limit) =>
    index
      .search(text, options)
      .slice(0, limit)
      .map(({ id }) => id);
}

export default (documents) => searchWith(documents, {});
