/** Where the program stands. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout or the installation, from `src/storage`, `dist/storage` and the compiled benches alike. */
export const PROGRAM_FOLDER = topAbove(fileURLToPath(new URL('.', import.meta.url)));

function topAbove(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : topAbove(above);
}
