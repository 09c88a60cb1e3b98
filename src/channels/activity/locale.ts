/** The language that a client says it speaks. */

import { z } from 'zod';

/** A language tag. It is kept with the conversation, so anything else, which nobody would mask, counts as none given. */
export const locale = z
  .string()
  .regex(/^[a-z]{2,8}(?:[-_][a-z\d]{1,8}){0,4}$/i)
  .nullish()
  .catch(null);
