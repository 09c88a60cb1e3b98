/** On phones whose keyboard covers the page instead of making it smaller, the chat keeps to the part that is seen. */

/** Less than this missing is a toolbar of the browser and no keyboard, in CSS pixels. Range 80..200. */
const KEYBOARD_PX = 120;

/** Keeps `--room`, the height that is seen, and `has-keyboard` on the page. A page that is zoomed by pinching is left alone. */
export function takeRoom(own: Window): void {
  const { visualViewport: seen, document: page } = own;
  seen?.addEventListener('resize', () => {
    const isCovered = seen.scale === 1 && own.innerHeight - seen.height > KEYBOARD_PX;
    page.documentElement.style.setProperty('--room', `${seen.height}px`);
    page.documentElement.classList.toggle('has-keyboard', isCovered);
    if (isCovered) own.scrollTo(0, 0);
  });
}
