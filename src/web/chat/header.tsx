/** The head of the chat: what it is, how the connection is, start over, and everything else in a menu. */

import type { Status } from './connection/snapshot.ts';
import { Icon } from './icons.tsx';
import { Menu, type MenuProps } from './menu.tsx';
import { useScreen } from './screen.tsx';

/** What the head shows and does; null where there is nothing to do. */
export interface HeaderProps extends MenuProps {
  readonly title: string;
  readonly status: Status;
  readonly onStartOver: (() => void) | null;
  readonly onClose: (() => void) | null;
}

/** The head, a landmark of the page. */
export function Header(props: HeaderProps) {
  const { title, status, onStartOver, onClose } = props;
  const { texts } = useScreen();
  return (
    <header class="header">
      <span class="mark">
        <Icon name="key" />
      </span>
      <div class="header-title">
        <h1 dir="auto">{title}</h1>
        <p class={`status is-${status}`} role="status">
          {status === 'connecting' ? texts.connecting : status === 'offline' ? texts.offline : ''}
        </p>
      </div>
      <button
        type="button"
        class="head-button with-words"
        disabled={onStartOver === null}
        onClick={() => onStartOver?.()}
      >
        <Icon name="restart" />
        <span class="head-words">{texts.startOver}</span>
      </button>
      <Menu {...props} />
      {onClose !== null && (
        <button type="button" class="head-button" onClick={onClose}>
          <Icon name="close" />
          <span class="unseen">{texts.close}</span>
        </button>
      )}
    </header>
  );
}
