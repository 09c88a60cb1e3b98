/*
 * Bot Framework Web Chat with Keyturn behind it. This page's origin stands in the bot's KEYTURN_ORIGINS. With
 * data-token, an address on its own server that gets the token with KEYTURN_DIRECTLINE_SECRET (see the README), the
 * page says who is there; without it, the bot gives a token to whoever comes.
 */
(async () => {
  const chat = document.getElementById('chat');
  const directLine = `${chat.dataset.bot}/v3/directline`;
  // Of this tab: a page that is loaded anew goes on with its conversation.
  const KEPT = 'keyturn-conversation';

  /** A conversation with a token that is good for half an hour: the one of this tab, or a new one. */
  async function conversation() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    if (kept !== null) {
      const refreshed = await post(`${directLine}/tokens/refresh`, { Authorization: `Bearer ${kept.token}` });
      if (refreshed !== null) return keep({ ...refreshed, isOld: true });
    }
    const generated = await post(chat.dataset.token ?? `${directLine}/tokens/generate`);
    if (generated === null) throw new Error('The bot gave no token: does KEYTURN_ORIGINS name this page?');
    return keep(generated);
  }

  async function post(address, headers) {
    const response = await fetch(address, { method: 'POST', headers });
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
