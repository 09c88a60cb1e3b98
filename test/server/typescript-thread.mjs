/** Runs the program that `workerData.program` names on a thread, with our sources as they are. */
import { register } from 'node:module';
import { workerData } from 'node:worker_threads';

register('../typescript-hooks.mjs', import.meta.url);
await import(workerData.program);
