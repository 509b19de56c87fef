/** Tells the desk what may be lost: that somebody types, and how far they have read. */
;(() => {
  /** Of who may answer: nobody else has anything to tell. */
  const form = () => document.querySelector('#composer')

  /** On the socket if the page has one, else as a request of its own. */
  const tell = (frame, path, fields) => {
    const event = new CustomEvent('bellhop:tell', { detail: frame, cancelable: true })
    if (!document.dispatchEvent(event)) return
    const action = form()?.action
    if (!action?.endsWith('/messages')) return
    globalThis.bellhop.whereabouts.post(action.replace(/messages$/, path), fields)
  }

  // At most every 3 s, and again with the first key after a message was sent; once when they
  // take all of it away. The outbox empties the box too, but then the message says it.
  let typedAt = Number.NEGATIVE_INFINITY
  document.addEventListener('input', (event) => {
    // What is for colleagues is none of the other side's business.
    if (!event.target.matches?.('#composer:not([data-inside]) textarea')) return
    const isEmpty = event.target.value === ''
    const now = performance.now()
    const isTakenAway = isEmpty && typedAt > 0 && event.isTrusted
    if (isTakenAway) tell({ type: 'paused' }, 'typing?paused')
    if (isEmpty) typedAt = Number.NEGATIVE_INFINITY
    if (isEmpty || now - typedAt < 3000) return
    typedAt = now
    tell({ type: 'typing' }, 'typing')
  })

  // Only who may answer has read it: looking over a colleague's shoulder does not count, and what
  // comes to them is theirs to see anew. They have seen what stood in the window of the transcript
  // down to its last line, what the desk says too; what came while they read further up they have not.
  let seen = 0
  const linesInView = () => {
    const frame = document.getElementById('scroll')?.getBoundingClientRect()
    const all = [...document.querySelectorAll('#transcript > [data-seq]')]
    const isInView = (line) => line.getBoundingClientRect().bottom <= frame.bottom + 1
    return frame?.height > 0 ? all.slice(0, all.findLastIndex(isInView) + 1) : []
  }
  const reportSeen = () => {
    if (!form()) seen = 0
    if (document.hidden || !document.hasFocus() || !form()) return
    const lines = linesInView()
    const theirs = lines.findLast(({ dataset }) => dataset.side === 'theirs')
    if (!(Number(theirs?.dataset.seq) > seen)) return
    const upTo = Number(lines.at(-1).dataset.seq)
    seen = upTo
    tell({ type: 'seen', upTo }, 'seen', { up_to: upTo })
  }
  // And beside the time of the last message, if it is one's own: that the other side has seen it.
  const showSeen = () => {
    const { textContent: word, dataset } = document.getElementById('seen') ?? { dataset: {} }
    const said = document.querySelectorAll('#transcript > [data-kind="said"]')
    const last = said[said.length - 1]
    const isSeen = last?.dataset.side === 'mine' && Number(last.dataset.seq) <= Number(dataset.upTo)
    const meta = isSeen ? last.querySelector('.meta') : null
    for (const old of document.querySelectorAll('#transcript [data-seen]'))
      if (old !== meta) delete old.dataset.seen
    if (meta) meta.dataset.seen = word
  }
  const look = () => {
    reportSeen()
    showSeen()
  }
  const transcript = document.getElementById('transcript')
  if (transcript) new MutationObserver(look).observe(transcript, { childList: true })
  document.addEventListener('htmx:after:swap', showSeen)
  document.addEventListener('bellhop:opened', () => {
    seen = 0
    typedAt = Number.NEGATIVE_INFINITY
    look()
  })
  // Who comes back to the page has read it too, and so has who is given what they looked at.
  setInterval(look, 1000)
  showSeen()
})()
