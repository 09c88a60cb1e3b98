/* Bot Framework Web Chat with Keyturn behind it. The page's own origin stands in the bot's KEYTURN_ORIGINS. */
(async () => {
  const chat = document.getElementById('chat');
  const directLine = `${chat.dataset.bot}/v3/directline`;
  // Of this tab: a page that is loaded anew goes on with its conversation.
  const KEPT = 'keyturn-conversation';

  /** A conversation with a token that is good for half an hour: the one of this tab, or a new one. */
  async function conversation() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    if (kept !== null) {
      const refreshed = await post('/tokens/refresh', kept.token);
      if (refreshed !== null) return keep({ ...refreshed, isOld: true });
    }
    // A page whose visitors are signed in asks its own server here, which asks the bot with the secret.
    const generated = await post('/tokens/generate');
    if (generated === null) throw new Error('The bot gave no token: does KEYTURN_ORIGINS name this page?');
    return keep(generated);
  }

  async function post(path, token) {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const response = await fetch(directLine + path, { method: 'POST', headers });
    return response.ok ? await response.json() : null;
  }

  function keep(generated) {
    sessionStorage.setItem(KEPT, JSON.stringify(generated));
    return generated;
  }

  const { token, conversationId, isOld } = await conversation();
  window.WebChat.renderWebChat(
    {
      directLine: window.WebChat.createDirectLine({
        domain: directLine,
        token,
        // With its id the conversation is read from its beginning; without it, it is begun.
        ...(isOld ? { conversationId } : {}),
      }),
      locale: document.documentElement.lang,
      styleOptions: {
        // The bot reads words, not files.
        hideUploadButton: true,
        bubbleMaxWidth: 640,
      },
    },
    chat,
  );
})();
