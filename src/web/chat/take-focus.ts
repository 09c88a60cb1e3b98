/** Where the focus goes when the chat opens. */

/** Id of the field in which people write. */
export const FIELD_ID = 'draft';
/** Id of the scrolling conversation. */
export const LOG_ID = 'log';

/**
 * Into the field; on a touch screen to the conversation, since the field would call the keyboard, which hides what was
 * said.
 */
export function takeFocus(): void {
  const id = matchMedia('(pointer: coarse)').matches ? LOG_ID : FIELD_ID;
  document.getElementById(id)?.focus({ preventScroll: true });
}
