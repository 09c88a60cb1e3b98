/** Type of the module of natural that is used, by its sub-path: its root opens files and loads 1,270 modules. */

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(token: string): string };
  export default PorterStemmer;
}
