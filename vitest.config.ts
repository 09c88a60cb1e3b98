import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** `KEYTURN_LONG=1` (npm run test:long) runs the long counts in full; their tests take longer, not more cores. */
const long = process.env.KEYTURN_LONG === '1';

/** Test files that take longest. They begin first, or one of them keeps one of the workers busy at the end. */
const LONGEST = [
  'test/add-a-problem.test.ts',
  'test/readme.test.ts',
  'test/end-to-end/crash.test.ts',
  'test/core/language/adversarial.test.ts',
  'test/core/diagnosis/calibration.test.ts',
  'test/core/language/redact.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      LONGEST.some((path) => moduleId.endsWith(path));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    // Many tests wait for a browser or for another process; one file at a time would leave the machine idle.
    maxWorkers: 2,
    // Loading the program takes a second of a processor: what one file has loaded serves the next one, too.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: long ? 900_000 : 120_000,
    hookTimeout: 120_000,
    // Far longer than anything polled for takes, so that a busy machine fails nothing.
    expect: { poll: { timeout: 20_000 } },
  },
});
