/** The chat, in a frame and at `/chat`. */

import { render } from 'preact';

render(<main />, document.body);
