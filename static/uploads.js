/** A message with files on its way to the desk. Comes with `static/files.js`. */
;(() => {
  const { make, button, words, isImage, preview } = bellhop.files
  const shape = () => document.getElementById('pending')

  /** The message as it will be, with how far it has come. */
  const bubbleOf = (item) => {
    const there = document.getElementById(`e-${item.id}`)
    if (there) return there
    const bubble = shape().content.firstElementChild.cloneNode(true)
    bubble.id = `e-${item.id}`
    if (item.kind) Object.assign(bubble.dataset, { kind: item.kind, inside: '' })
    const shown = item.files.map((file) => {
      const link = make('span', { className: 'file' }, [
        isImage(file) ? preview(file) : make('bdi', { textContent: file.name }),
      ])
      link.dataset.type = file.type
      return link
    })
    bubble.querySelector('.body').append(make('span', { className: 'files' }, shown), item.text)
    document.getElementById('transcript')?.append(bubble)
    document.getElementById('scroll')?.scrollTo(0, 0)
    return bubble
  }

  /** What is cancelled or refused goes to `giveBack`, with the bubble and why. */
  const upload = (item, giveBack) => {
    const bubble = bubbleOf(item)
    const meta = bubble.querySelector('.meta')
    const progress = make('progress', { max: 1, value: 0, ariaLabel: words.send })
    const request = new XMLHttpRequest()
    const cancel = button(words.cancel, () => request.abort())
    bubble.dataset.pending = 'sending'
    meta.append(progress, cancel)
    const done = () => {
      progress.remove()
      cancel.remove()
    }
    const body = new FormData()
    for (const [name, value] of Object.entries(item.fields)) body.set(name, value)
    for (const file of item.files) body.append('file', file, file.name)
    request.upload.onprogress = ({ loaded, total }) => {
      progress.value = loaded / total
    }
    request.onabort = () => {
      done()
      giveBack(item, bubble, '')
    }
    request.onerror = () => {
      done()
      fail(item, bubble, giveBack)
    }
    request.onload = () => {
      done()
      const { status, responseText: html } = request
      if (status >= 500 && status !== 507) return fail(item, bubble, giveBack)
      if (status >= 400) return giveBack(item, bubble, sentenceIn(html))
      if (html.includes('<hx-'))
        htmx.swap({ sourceElement: document.body, target: 'body', swap: 'none', text: html })
    }
    request.open('POST', item.action)
    request.setRequestHeader('HX-Request', 'true')
    request.setRequestHeader('Accept', 'text/html')
    request.send(body)
  }

  const sentenceIn = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html')
    return (page.querySelector('[role="alert"], .form-problem') ?? page.body).textContent.trim()
  }

  /** It stays in its place until somebody tries again. */
  const fail = (item, bubble, giveBack) => {
    bubble.dataset.pending = 'failed'
    bubble
      .querySelector('.retry')
      ?.addEventListener('click', () => upload(item, giveBack), { once: true })
  }

  bellhop.files.upload = upload
})()
