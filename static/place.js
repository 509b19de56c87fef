/** Puts what opens beside what opened it, within the window; on a small one its style puts it at the foot. */
globalThis.bellhop.place = (opened, opener) => {
  const EDGE_PX = 8
  const { top, bottom, left, right } = opener.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = opened
  const isRoomBelow = bottom + height + EDGE_PX <= innerHeight
  const isEnd = left > innerWidth / 2
  const x = Math.max(EDGE_PX, Math.min(isEnd ? right - width : left, innerWidth - width - EDGE_PX))
  const isRtl = getComputedStyle(opened).direction === 'rtl'
  const start = isRtl ? innerWidth - x - width : x
  const y = isRoomBelow ? bottom : Math.max(EDGE_PX, top - height)
  opened.style.setProperty('--x', `${start}px`)
  opened.style.setProperty('--y', `${y}px`)
}
