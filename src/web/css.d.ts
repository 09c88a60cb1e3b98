/** A style sheet that a script imports is its text, made small: what is shown in a shadow root is styled from a script. */
declare module '*.css' {
  const text: string;
  export default text;
}
