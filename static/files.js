/**
 * What is done with files: the tray where they wait for their message, and their way
 * to the desk. Fetched when somebody has one.
 */
;(() => {
  const field = () => document.querySelector('.attach input')
  const composer = () => document.querySelector('form[data-outbox]')
  const { make, button, words, sizeText, isImage, preview, newId, upload, MB } = bellhop.files
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
      send(event.target, event.submitter)
    },
    true,
  )

  const send = (form, submitter) => {
    const { text } = form.elements
    const item = itemOf(form, chosen(), text.value, new FormData(form, submitter))
    form.dispatchEvent(new Event('bellhop:sent', { bubbles: true }))
    text.value = ''
    text.dispatchEvent(new Event('input', { bubbles: true }))
    choose([])
    say('')
    upload(item, giveBack)
  }
  /** In a message of their own: what is written there, or waits, stays, and it answers nothing. */
  const sendAlone = (files) => {
    const form = composer()
    const said = new FormData()
    for (const name of ['client_id', 'written_by', 'written_in'])
      if (form.elements[name]) said.set(name, form.elements[name].value)
    upload(itemOf(form, files, '', said), giveBack)
  }

  const itemOf = (form, files, text, said) => {
    const { client_id: id } = form.elements
    const isInside = 'inside' in form.dataset
    // What came since stands before them: it is no answer to it that was written before.
    const { seq, ...others } = Object.fromEntries(said)
    const fields = { ...others, text }
    const item = {
      ...{ id: id.value, conversation: form.dataset.outbox, files, text },
      ...{ action: field().dataset.action, kind: isInside ? form.dataset.writes : '' },
      fields: isInside ? { ...fields, inside: 'yes' } : fields,
    }
    id.value = newId()
    return item
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
