/** Answers and outcomes to press. */

import type { NOT_SURE } from '../../core/conversation.ts';
import type { Offer } from './live.ts';
import { useScreen } from './screen.tsx';

/** The choice that every question offers beside its answers; the type holds it to the core's. */
const QUIET: typeof NOT_SURE = 'not-sure';

/** An offer, and the id of the heading that says what it is about. */
export interface ChoicesProps {
  readonly offer: Offer;
  readonly labelledBy: string;
}

/** The answers of a question: a full-width stack, numbered as on a keypad. The number keys press them while one has the focus. */
export function Answers({ offer, labelledBy }: ChoicesProps) {
  const { press } = useScreen();
  const pressNumber = (event: KeyboardEvent): void => {
    const choice = /^[1-9]$/.test(event.key) ? offer.choices[Number(event.key) - 1] : undefined;
    if (choice === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    press(offer, choice);
  };
  return (
    <fieldset class="answers" aria-labelledby={labelledBy}>
      {offer.choices.map((choice, index) => (
        <button
          key={choice.id}
          type="button"
          class={choice.id === QUIET ? 'answer is-quiet' : 'answer'}
          onClick={() => press(offer, choice)}
          onKeyDown={pressNumber}
        >
          <span class="key" aria-hidden="true">
            {index + 1}
          </span>
          <span dir="auto">{choice.label}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** What became of a remedy: the good outcome first and plainest. */
export function Outcomes({ offer, labelledBy }: ChoicesProps) {
  const { press } = useScreen();
  return (
    <fieldset class="outcomes" aria-labelledby={labelledBy}>
      {offer.choices.map((choice, index) => (
        <button
          key={choice.id}
          type="button"
          class={index === 0 ? 'button is-main' : 'button'}
          onClick={() => press(offer, choice)}
          dir="auto"
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
