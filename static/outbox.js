/**
 * The outbox. What somebody sends is tried until the desk has answered. Each message has an id of
 * its own, so sending one twice, from two tabs even, is harmless.
 */
;(() => {
  const LONGEST_MS = 30_000
  const ANSWER_MS = 20_000
  /** How long another tab may keep the turn: a frozen one would keep it for ever. */
  const TURN_MS = 3_000
  const { items, keep, forget, isStillThere } = globalThis.bellhop.queue
  let tries = 0
  let timer = 0

  /** Letters and digits; `crypto.randomUUID` is missing on plain http. */
  const newId = () =>
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')

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

  const send = (form, submitter) => {
    const { text, client_id: id } = form.elements
    if (text.value.trim() === '') return text.focus()
    bellhop.sayWhatIsSeen?.(form)
    const item = keep({
      id: id.value,
      conversation: form.dataset.outbox,
      action: 'inside' in form.dataset ? form.querySelector('.add-inside').formAction : form.action,
      kind: 'inside' in form.dataset ? form.dataset.writes : '',
      text: text.value,
      // Says to the desk whose words these are.
      fields: Object.fromEntries(new FormData(form, submitter)),
    })
    form.dispatchEvent(new Event('bellhop:sent', { bubbles: true }))
    id.value = newId()
    text.value = ''
    text.dispatchEvent(new Event('input', { bubbles: true }))
    say(item, '')
    show(item)
    flush()
  }

  /** One after the other, as they were written; one tab at a time where the browser can tell. */
  const flush = () => {
    clearTimeout(timer)
    if (!navigator.locks) return void run()
    const signal = AbortSignal.timeout(TURN_MS)
    navigator.locks.request('bellhop-outbox', { signal }, run).catch(run)
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
    else if (answer.status === 401 || html.includes('data-reason="otherAuthor"')) return strange()
    else refused(item, bellhop.sentenceIn(html), /data-reason="(\w+)"/.exec(html)?.[1])
    return true
  }

  /** Somebody else sits here now, or nobody: it waits for the one who wrote it. */
  const strange = () => {
    for (const item of items()) if (!item.failed) mark(item, 'waiting')
    document.dispatchEvent(new Event('bellhop:stranger'))
    return false
  }

  let hanging = null
  const post = (item) => {
    hanging = new AbortController()
    const late = setTimeout(() => hanging.abort(), ANSWER_MS)
    return fetch(item.action, {
      method: 'POST',
      headers: { 'HX-Request': 'true', Accept: 'text/html' },
      body: new URLSearchParams({ ...item.fields, client_id: item.id, text: item.text }),
      signal: hanging.signal,
    }).finally(() => clearTimeout(late))
  }

  const later = (askedMs) => {
    for (const item of items()) if (!item.failed) mark(item, 'waiting')
    const waitMs = Math.min(LONGEST_MS, 1000 * 2 ** tries++) * (0.75 + Math.random() / 2)
    timer = setTimeout(flush, Math.max(askedMs || 0, waitMs))
  }

  const accepted = (item, answer, html) => {
    forget(item)
    bellhop.page?.goOn()
    if (!formOf(item) || answer.redirected || !html.includes('<hx-')) return
    htmx.swap({ sourceElement: document.body, target: 'body', swap: 'none', text: html })
    // It came from a conversation that went on here, and has another id.
    if (!html.includes(`"e-${item.id}"`)) bubbleOf(item)?.remove()
  }

  /** The desk said no: the text goes back to where it was written, or stays beside it. */
  const refused = (item, sentence, reason) => {
    const text = formOf(item)?.elements.text
    if (text?.value === '') {
      forget(item)
      bubbleOf(item)?.remove()
      const detail = { kind: item.kind, fields: item.fields, reason }
      text.dispatchEvent(new CustomEvent('bellhop:returned', { detail, bubbles: true }))
      text.value = item.text
      text.dispatchEvent(new Event('input', { bubbles: true }))
    } else {
      keep({ ...item, failed: sentence || ' ' })
      mark({ ...item, failed: sentence }, 'failed')
    }
    say(item, sentence)
  }

  bellhop.sentenceIn = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const said = page.querySelector('[role="alert"], .form-problem, .lead') ?? page.body
    return (said.textContent ?? '').trim().slice(0, 300)
  }

  document.addEventListener('submit', (event) => {
    const form = event.target.closest?.('form[data-outbox]')
    if (!form) return
    event.preventDefault()
    send(form, event.submitter)
  })
  addEventListener('online', flush)
  // The way is open again: what waits goes now, and what hangs in a dead connection goes anew.
  document.addEventListener('bellhop:healed', () => {
    hanging?.abort()
    flush()
  })
  const showAll = () => {
    for (const item of items()) show(item)
  }
  document.addEventListener('bellhop:opened', showAll)
  document.addEventListener('DOMContentLoaded', () => {
    showAll()
    flush()
  })
})()
