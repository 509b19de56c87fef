/** Tells the desk whose clock it shows times on, from the first page on. */
;(() => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  if (!timeZone) return
  const cookie = `bellhop-zone=${encodeURIComponent(timeZone)}`
  // In a frame on another site only one is kept that is for that site alone.
  const kept = window.top === window ? 'samesite=lax' : 'samesite=none;secure;partitioned'
  const isTold = () => document.cookie.split('; ').includes(cookie)
  const wasTold = isTold()
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http
  document.cookie = `${cookie};path=/;max-age=31536000;${kept}`
  // A page that shows times of another clock is drawn anew, once.
  const { zone } = document.body.dataset
  if (zone && zone !== timeZone && !wasTold && isTold()) location.reload()
})()
