/**
 * What is done with files: the tray where they wait for their message, and their way
 * to the desk. Fetched when somebody has one.
 */
;(() => {
  const field = () => document.querySelector('.attach input')
  const composer = () => document.querySelector('form[data-outbox]')
  const { make, button, words, sizeText, isImage, preview, newId, MB } = bellhop.files
  const shape = () => document.getElementById('pending')
  const say = (sentence) => composer()?.querySelector('.form-problem')?.replaceChildren(sentence)

  /** What waits, by its conversation: another one may be opened meanwhile. */
  const waiting = new Map()
  const chosen = () => waiting.get(composer()?.dataset.outbox) ?? []
  const choose = (files) => {
    const form = composer()
    if (!form) return
    waiting.set(form.dataset.outbox, files)
    drawTray(form, files)
  }

  const drawTray = (form, files) => {
    form.querySelector('[data-tray]')?.remove()
    // A file says enough: nothing need be written.
    form.elements.text.required = files.length === 0
    if (files.length === 0) return
    const tray = make('ul', { ariaLabel: words.choose }, files.map(chip))
    tray.dataset.tray = ''
    form.querySelector('.composer-row').before(tray)
  }

  const chip = (file) => {
    const remove = button(
      `${words.remove} ${file.name}`,
      () => {
        choose(chosen().filter((other) => other !== file))
        composer()?.elements.text.focus()
      },
      '×',
    )
    return make('li', {}, [
      ...(isImage(file) ? [preview(file)] : []),
      make('bdi', { textContent: file.name, title: file.name }),
      make('span', { textContent: sizeText(file.size) }),
      remove,
    ])
  }
  const limitOf = (file) => {
    const { fileSize, imageSize } = field().dataset
    return isImage(file) ? Math.min(fileSize, imageSize) : Number(fileSize)
  }
  const add = (files) => {
    const large = files.find((file) => file.size > limitOf(file) * MB)
    const all = [...chosen(), ...files.filter((file) => file.size <= limitOf(file) * MB)]
    const { count } = field().dataset
    choose(all.slice(0, count))
    if (large) say(`“${large.name}” ${words.tooLarge} ${limitOf(large)}`)
    else say(all.length > count ? `${words.tooMany} ${count}` : '')
    composer().elements.text.focus()
  }

  // Before the outbox, which knows of words alone.
  document.addEventListener(
    'submit',
    (event) => {
      if (event.target !== composer() || chosen().length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      send(event.target)
    },
    true,
  )

  const send = (form) => {
    const { text } = form.elements
    const item = itemOf(form, chosen(), text.value)
    text.value = ''
    text.dispatchEvent(new Event('input', { bubbles: true }))
    choose([])
    say('')
    upload(item)
  }
  /** In a message of their own: what is written there, or waits, stays. */
  const sendAlone = (files) => upload(itemOf(composer(), files, ''))

  const itemOf = (form, files, text) => {
    const { client_id: id } = form.elements
    const isInside = 'inside' in form.dataset
    const fields = { ...Object.fromEntries(new FormData(form)), text }
    const item = {
      ...{ id: id.value, conversation: form.dataset.outbox, files, text },
      ...{ action: field().dataset.action, kind: isInside ? form.dataset.writes : '' },
      fields: isInside ? { ...fields, inside: 'yes' } : fields,
    }
    id.value = newId()
    return item
  }

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

  const upload = (item) => {
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
      fail(item, bubble)
    }
    request.onload = () => {
      done()
      const { status, responseText: html } = request
      if (status >= 500 && status !== 507) return fail(item, bubble)
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
  const fail = (item, bubble) => {
    bubble.dataset.pending = 'failed'
    bubble.querySelector('.retry')?.addEventListener('click', () => upload(item), { once: true })
  }

  /** Back to where it was chosen and written, if nothing else is there by now. */
  const giveBack = (item, bubble, sentence) => {
    bubble.remove()
    if (composer()?.dataset.outbox !== item.conversation) {
      waiting.set(item.conversation, [...item.files, ...(waiting.get(item.conversation) ?? [])])
      return
    }
    choose([...item.files, ...chosen()])
    const { text } = composer().elements
    if (text.value === '') {
      text.value = item.text
      text.dispatchEvent(new Event('input', { bubbles: true }))
    }
    say(sentence)
  }

  document.addEventListener('bellhop:opened', () => {
    if (composer() && field()) drawTray(composer(), chosen())
  })

  /** For when its conversation is open again. */
  const keep = (conversation, file) => {
    waiting.set(conversation, [...(waiting.get(conversation) ?? []), file])
    if (composer()?.dataset.outbox === conversation) drawTray(composer(), chosen())
  }

  Object.assign(bellhop.files, { add, keep, say, sendAlone, composer, field })
})()
