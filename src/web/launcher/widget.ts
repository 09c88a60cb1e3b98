/** The one script that a foreign page loads. */

document.documentElement.dataset.keyturn = '';
