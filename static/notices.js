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

  const tell = (event, { id, name, link }) => {
    if (!isWanted(event)) return
    bellhop.ring?.()
    if (!document.hidden) return
    bellhop.show?.(rules()[`${event}Says`], name, id, link)
    document.dispatchEvent(new CustomEvent('bellhop:more'))
  }

  /** When they were called by name last in what they have not seen, and in which conversation. */
  const called = () => document.getElementById('count-mentions')?.dataset ?? {}
  let calledAt = Number(called().called ?? 0)
  const lookForCalls = () => {
    const { newest, called: at = 0 } = called()
    const isNew = Number(at) > calledAt
    calledAt = Math.max(calledAt, Number(at))
    const isOpen = location.pathname.endsWith(`/${newest}`)
    if (!isNew || (isOpen && !isAway())) return
    const link = `/workbench/conversations/${newest}`
    const row = document.getElementById(`c-${newest}`)
    tell('mention', { id: newest, name: nameOf(row), link })
  }
  const nameOf = (row) => row?.querySelector('.row-name')?.textContent.trim() ?? ''

  /** What was there at the last look: rows by their ids, with how much of each is unread. */
  let seen = new Map()
  let place = ''
  const look = () => {
    lookForCalls()
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

  const aboutOf = (row) => ({
    ...{ id: row.id.slice(2), name: nameOf(row) },
    link: row.querySelector('a')?.href,
  })
  const compare = (before, now, row) => {
    const isOpen = row.querySelector('[aria-current]') !== null
    if (now.kind === 'offer') {
      if (before?.kind !== 'offer') tell('offer', aboutOf(row))
    } else if (!before) {
      if (!isOpen && row.dataset.state === 'active') tell('assigned', aboutOf(row))
    } else if (now.unread > before.unread && (!isOpen || isAway())) tell('message', aboutOf(row))
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
