/**
 * Unpacks the Chromium of @sparticuz/chromium into the folder that TMPDIR names, then ends. A process of its own,
 * because that package takes the system's folder for temporary files, and whatever stands there already.
 */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
