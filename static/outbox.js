/**
 * The outbox. What somebody sends is kept in this browser until the desk has answered, over
 * reloads and outages, and tried again until then. Each message has an id of its own, so sending
 * one twice, from two tabs even, is harmless.
 */
;(() => {
  const PREFIX = 'outbox:'
  const LONGEST = 30_000
  const inMemory = new Map()
  let tries = 0
  let timer = 0

  /** Letters and digits; `crypto.randomUUID` is missing on plain http. */
  const newId = () =>
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')

  const keep = (item) => {
    inMemory.set(item.id, item)
    try {
      localStorage.setItem(PREFIX + item.id, JSON.stringify(item))
    } catch {
      // Storage is full or switched off: this tab still knows.
    }
  }
  const forget = (id) => {
    inMemory.delete(id)
    try {
      localStorage.removeItem(PREFIX + id)
    } catch {}
  }
  const stored = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key))
    } catch {
      return null
    }
  }
  const items = () => {
    const all = new Map(inMemory)
    try {
      for (const key of Object.keys(localStorage)) {
        const item = key.startsWith(PREFIX) && stored(key)
        if (item?.id) all.set(item.id, item)
      }
    } catch {}
    return [...all.values()].sort((a, b) => a.at - b.at)
  }
  /** Another tab may have sent it, or be told to try again what we gave up. */
  const isStillThere = ({ id }) => inMemory.has(id) || stored(PREFIX + id) !== null

  const formOf = ({ conversation }) =>
    document.querySelector(`form[data-outbox="${CSS.escape(conversation)}"]`)
  const bubbleOf = ({ id }) => document.querySelector(`#e-${CSS.escape(id)}[data-pending]`)

  const show = (item) => {
    const shape = document.getElementById('pending')?.content.firstElementChild
    if (!shape || !formOf(item) || document.getElementById(`e-${item.id}`)) return
    const bubble = shape.cloneNode(true)
    bubble.id = `e-${item.id}`
    if (item.kind) Object.assign(bubble.dataset, { kind: item.kind, inside: '' })
    bubble.querySelector('.body').textContent = item.text
    bubble.querySelector('.retry').addEventListener('click', () => {
      keep({ ...item, failed: '' })
      flush()
    })
    document.getElementById('transcript')?.append(bubble)
    mark(item, item.failed ? 'failed' : 'sending')
    document.getElementById('scroll')?.scrollTo(0, 0)
  }

  const mark = (item, state) => {
    const bubble = bubbleOf(item)
    if (!bubble) return
    bubble.dataset.pending = state
    bubble.title = item.failed || ''
  }

  const say = (item, sentence) =>
    formOf(item)?.querySelector('.form-problem')?.replaceChildren(sentence)

  const send = (form) => {
    const { text, client_id: id } = form.elements
    if (text.value.trim() === '') return text.focus()
    const item = {
      id: id.value,
      conversation: form.dataset.outbox,
      action: 'inside' in form.dataset ? form.querySelector('.add-inside').formAction : form.action,
      kind: 'inside' in form.dataset ? form.dataset.writes : '',
      text: text.value,
      at: Date.now(),
    }
    id.value = newId()
    text.value = ''
    text.dispatchEvent(new Event('input', { bubbles: true }))
    say(item, '')
    keep(item)
    show(item)
    flush()
  }

  /** One after the other, as they were written; one tab at a time where the browser can tell. */
  const flush = () => {
    clearTimeout(timer)
    if (navigator.locks) navigator.locks.request('bellhop-outbox', run)
    else run()
  }
  let running = false
  const run = async () => {
    if (running) return
    running = true
    try {
      for (let next = first(); next; next = first()) {
        mark(next, 'sending')
        if (!(await deliver(next))) return
      }
    } finally {
      running = false
    }
  }
  const first = () => items().find((item) => !item.failed && isStillThere(item))

  /** Whether it was answered; else it is tried again later. */
  const deliver = async (item) => {
    const answer = await post(item).catch(() => null)
    if (!answer || answer.status >= 500 || answer.status === 429 || answer.status === 408) {
      later(Number(answer?.headers.get('Retry-After')) * 1000)
      return false
    }
    tries = 0
    const html = await answer.text().catch(() => '')
    if (answer.ok) accepted(item, answer, html)
    else refused(item, sentenceIn(html))
    return true
  }

  let hanging = null
  const post = (item) => {
    hanging = new AbortController()
    const late = setTimeout(() => hanging.abort(), 20_000)
    return fetch(item.action, {
      method: 'POST',
      headers: { 'HX-Request': 'true', Accept: 'text/html' },
      body: new URLSearchParams({ client_id: item.id, text: item.text }),
      signal: hanging.signal,
    }).finally(() => clearTimeout(late))
  }

  const later = (asked) => {
    for (const item of items()) if (!item.failed) mark(item, 'waiting')
    const wait = Math.min(LONGEST, 1000 * 2 ** tries++) * (0.75 + Math.random() / 2)
    timer = setTimeout(flush, Math.max(asked || 0, wait))
  }

  const accepted = (item, answer, html) => {
    forget(item.id)
    if (!formOf(item) || answer.redirected || !html.includes('<hx-')) return
    htmx.swap({ sourceElement: document.body, target: 'body', swap: 'none', text: html })
  }

  /** The desk said no: the text goes back to where it was written, or stays beside it. */
  const refused = (item, sentence) => {
    const text = formOf(item)?.elements.text
    if (text?.value === '') {
      forget(item.id)
      bubbleOf(item)?.remove()
      text.dispatchEvent(new CustomEvent('bellhop:returned', { detail: item, bubbles: true }))
      text.value = item.text
      text.dispatchEvent(new Event('input', { bubbles: true }))
    } else {
      keep({ ...item, failed: sentence || ' ' })
      mark({ ...item, failed: sentence }, 'failed')
    }
    say(item, sentence)
  }

  const sentenceIn = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const said = page.querySelector('[role="alert"], .form-problem, .lead') ?? page.body
    return (said.textContent ?? '').trim().slice(0, 300)
  }

  document.addEventListener('submit', (event) => {
    const form = event.target.closest?.('form[data-outbox]')
    if (!form) return
    event.preventDefault()
    send(form)
  })
  addEventListener('online', flush)
  // The way is open again: what waits goes now, and what hangs in a dead connection goes anew.
  document.addEventListener('bellhop:healed', () => {
    hanging?.abort()
    flush()
  })
  document.addEventListener('DOMContentLoaded', () => {
    for (const item of items()) show(item)
    flush()
  })
})()
