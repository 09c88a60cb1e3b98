#!/usr/bin/env node
/** The program `keyturn`: gives `run` the process and ends with its exit code. */

import { run } from './main.ts';

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
