/**
 * Days by name. What is "Today" is no longer so at midnight, and a page may stay open for days: the
 * names are looked at again whenever another day has begun on the clock the page was drawn by. A
 * day is a date of the calendar and not 24 hours: where clocks change it has 23 or 25.
 */
;(() => {
  const { zone, today, yesterday } = document.body.dataset
  if (!zone) return
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' }
  const formatIn = (timeZone) => new Intl.DateTimeFormat('en', { ...parts, timeZone })
  let format
  try {
    format = formatIn(zone)
  } catch {
    format = formatIn(undefined)
  }

  /** `2026-11-20`. */
  const dateNow = () => {
    const now = Object.fromEntries(
      format.formatToParts(Date.now()).map(({ type, value }) => [type, value]),
    )
    return `${now.year}-${now.month}-${now.day}`
  }
  /** In UTC each day has 24 hours. */
  const dayBefore = (date) =>
    new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

  let named = ''
  const nameDays = () => {
    named = dateNow()
    const before = dayBefore(named)
    const say = (time, text) => {
      if (time.textContent !== text) time.textContent = text
    }
    for (const time of document.querySelectorAll('#transcript .day time')) {
      time.dataset.full ??= time.textContent
      const names = { [named]: today, [before]: yesterday }
      say(time, names[time.dateTime] ?? time.dataset.full)
    }
    // In lists a time of today stands for its day, and later a date does.
    for (const time of document.querySelectorAll('time[data-day]')) {
      const { day, clock, date } = time.dataset
      const names = { [named]: clock, [before]: yesterday }
      say(time, names[day] ?? date)
    }
  }
  nameDays()

  const transcript = document.getElementById('transcript')
  if (transcript) new MutationObserver(nameDays).observe(transcript, { childList: true })
  document.addEventListener('bellhop:adopted', nameDays)
  const renew = () => {
    if (dateNow() !== named) nameDays()
  }
  setInterval(renew, 1000)
  document.addEventListener('visibilitychange', renew)
})()
