/** The part of xhr2 that is used here; the package brings no types. */
declare module 'xhr2' {
  /** Takes the place of the browser's own. */
  const XMLHttpRequest: unknown;
  export default XMLHttpRequest;
}
