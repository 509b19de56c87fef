/**
 * Who reads further up is moved by nothing: whatever comes, goes or changes its size in the
 * transcript or around it, the line before their eyes stays where it is on the screen. By itself a
 * browser holds at most a line's distance from the window's own edge, and that moves too.
 */
;(() => {
  const scroll = document.getElementById('scroll')
  const transcript = document.getElementById('transcript')
  if (!scroll || !transcript) return
  // Two who correct the same move would both move it.
  scroll.style.overflowAnchor = 'none'

  /** The line that is held, and where its top would be if nothing were scrolled. */
  let line = null
  let top = 0
  /** Where the window was scrolled to by this, or by its reader when they were last looked at. */
  let scrolled = 0

  const topOf = (element) =>
    element.getBoundingClientRect().top + globalThis.scrollY + scroll.scrollTop

  /** The line in the middle of the window: lines stand in order, so not all are looked at. */
  const findLine = () => {
    const { top, height } = scroll.getBoundingClientRect()
    const { children } = transcript
    let [from, to] = [0, children.length]
    while (from < to) {
      const half = (from + to) >> 1
      if (children[half].getBoundingClientRect().bottom > top + height / 2) to = half
      else from = half + 1
    }
    const entry = children[from]
    const body = entry?.querySelector('.body')
    // Over its words the name of a day may come to stand, and under them the time may go.
    return body?.getClientRects().length > 0 ? body : entry
  }

  const hold = () => {
    if (bellhop.isAtNewest() || scroll.clientHeight === 0) line = null
    if (!line?.isConnected) return
    const moved = topOf(line) - top
    if (Math.abs(moved) < 1) return
    const before = scroll.scrollTop
    scroll.scrollTop += moved
    scrolled = scroll.scrollTop
    // What is less than a pixel of the screen is not scrolled, and adds up.
    top += scrolled - before
  }

  const look = () => {
    hold()
    if (scroll.scrollTop === scrolled && line?.isConnected) return
    scrolled = scroll.scrollTop
    line = findLine()
    if (line) top = topOf(line)
  }
  scroll.addEventListener('scroll', look, { passive: true })
  const observed = [scroll, scroll.firstElementChild]
  const sizes = new Map()
  const isNew = ({ target, contentRect: { width, height } }) => {
    const size = `${width} ${height}`
    const before = sizes.get(target)
    sizes.set(target, size)
    return size !== before
  }
  const observe = () => {
    for (const element of observed) observer.observe(element)
  }
  // Between layout and what is seen, once a frame: WebKit may lay out again for who only measures,
  // and calls a second size within one frame an error of the script.
  const observer = new ResizeObserver((changes) => {
    if (changes.filter(isNew).length === 0) return
    observer.disconnect()
    requestAnimationFrame(observe)
    hold()
  })
  observe()
  look()
})()
