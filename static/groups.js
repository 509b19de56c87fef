/**
 * Lines by one hand in the same minute say it once, under the last of them; and that something was
 * under way is gone when the desk tells how it went. What a page came with is marked already.
 */
;(() => {
  /** So many at the end are looked at when something comes: it hardly ever comes further up. */
  const NEWEST_LINES = 40
  const minuteOf = (entry) => entry.querySelector('.meta time')?.dateTime.slice(0, 16)
  const handOf = ({ dataset }) => `${dataset.by} ${dataset.hand}`
  const isGrouped = (entry, next) => {
    if (!next || entry.dataset.kind !== next.dataset.kind) return false
    if (entry.dataset.kind === 'noticed') return 'underWay' in entry.dataset
    if ('edited' in entry.dataset) return false
    const minute = minuteOf(entry)
    return minute !== undefined && minute === minuteOf(next) && handOf(entry) === handOf(next)
  }
  const group = (lines) => {
    const all = [...(document.getElementById('transcript')?.children ?? [])]
    for (const entry of all.slice(-lines))
      entry.toggleAttribute('data-grouped', isGrouped(entry, entry.nextElementSibling))
  }
  const groupNewest = () => group(NEWEST_LINES)
  document.addEventListener('htmx:after:swap', groupNewest)
  document.addEventListener('bellhop:adopted', groupNewest)
  document.addEventListener('bellhop:earlier', () => group(Number.POSITIVE_INFINITY))
})()
