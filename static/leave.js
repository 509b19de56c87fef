/**
 * Whoever signs out of their account, or deletes it, leaves no words of theirs in this browser: on the
 * page where they are out, what they had written and not sent is marked as gone, for whatever tab holds
 * it (`static/forget.js`).
 */
;(() => {
  const LEAVING = 'leaving-words'
  const GONE = 'gone:'
  const { inBrowser, inTab } = globalThis.bellhop
  const { wordsOf = '' } = document.querySelector('main').dataset

  document.addEventListener('submit', ({ target }) => {
    if (wordsOf && /\/me\/(?:sign-out|account\/removal)$/.test(target.action))
      inTab.set(LEAVING, wordsOf)
  })
  if (document.querySelector('[data-words-gone]'))
    for (const whose of inTab.get(LEAVING)?.split(' ') ?? []) inBrowser.set(GONE + whose, '1')
  // Who is asked for the right password first, or went back, stays.
  if (!document.querySelector('[data-words-of]')) inTab.remove(LEAVING)
})()
