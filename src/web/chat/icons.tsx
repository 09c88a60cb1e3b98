/** The few signs of the screens, drawn in the colour of the text beside them. None of them stands without words. */

/** What a sign shows: strokes on a grid of 24. */
const SHAPES = {
  key: 'M12 3a4.5 4.5 0 0 1 2.2 8.4L15.5 20h-7l1.3-8.6A4.5 4.5 0 0 1 12 3Z',
  send: 'M12 19V6m-6 6 6-6 6 6',
  restart: 'M4 12a8 8 0 1 0 2.6-5.9M4 4v5h5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'm6 6 12 12M18 6 6 18',
  caution: 'M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.8h.01',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 9a7.5 7.5 0 0 1 15 0',
  waiting: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2',
  down: 'M12 5v13m-6-6 6 6 6-6',
  unfold: 'm6 9 6 6 6-6',
  done: 'm5 12.5 4.5 4.5L19 7.5',
} as const;

/** Name of a sign. */
export type IconName = keyof typeof SHAPES;

/** A sign of 1.25 em; screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 3 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
