/**
 * What somebody who answers is told of, by their own rules: a sound, again and again while an offer
 * rings, and a notification. It looks at the lists of the page, which are live by themselves.
 */
;(() => {
  const REPEAT_MS = 5_000
  const rules = () => document.getElementById('notice-rules')?.dataset
  const inbox = () => document.getElementById('inbox')
  if (!rules() || !inbox()) return
  const isAway = () => document.hidden || !document.hasFocus()
  const isWanted = (event) =>
    rules()?.[event] === 'always' || (rules()?.[event] === 'hidden' && isAway())

  const tell = (event, row) => {
    if (!isWanted(event)) return
    bellhop.ring?.()
    if (!document.hidden) return
    const link = row.querySelector('a')?.href
    const name = row.querySelector('.row-name')?.textContent.trim() ?? ''
    bellhop.show?.(rules()[`${event}Says`], name, row.id.slice(2), link)
    document.dispatchEvent(new CustomEvent('bellhop:more'))
  }

  /** What was there at the last look: rows by their ids, with how much of each is unread. */
  let seen = new Map()
  let place = ''
  const look = () => {
    const now = new Map()
    for (const row of inbox()?.querySelectorAll('#offers .offer, #rows .row') ?? [])
      now.set(row.id, row)
    const before = seen
    const isSame = place === location.search
    place = location.search
    seen = new Map(
      [...now].map(([id, row]) => [id, { kind: row.className, unread: unreadOf(row) }]),
    )
    // Another list was chosen: what it holds did not just come.
    if (!isSame) return
    for (const [id, row] of now) compare(before.get(id), seen.get(id), row)
  }
  const unreadOf = (row) => Number.parseInt(row.querySelector('.badge')?.textContent ?? '0', 10)

  const compare = (before, now, row) => {
    const isOpen = row.querySelector('[aria-current]') !== null
    if (now.kind === 'offer') {
      if (before?.kind !== 'offer') tell('offer', row)
    } else if (!before) {
      if (!isOpen && row.dataset.state === 'active') tell('assigned', row)
    } else if (now.unread > before.unread && (!isOpen || isAway())) tell('message', row)
  }

  look()
  new MutationObserver(look).observe(document.querySelector('.list-column') ?? inbox(), {
    childList: true,
    subtree: true,
  })
  setInterval(() => {
    if (document.querySelector('#offers .offer') && isWanted('offer')) bellhop.ring?.()
  }, REPEAT_MS)
})()
