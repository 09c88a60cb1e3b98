/** What moves on the demo page. */

document.documentElement.dataset.script = '';
