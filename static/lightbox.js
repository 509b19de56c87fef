/** Images in their full size, over the page. Comes with `static/files.js`. */
;(() => {
  const { make, button, words } = bellhop.files

  /** An image in its full size, and those beside it by keys. */
  const show = (link) => {
    const all = [...document.querySelectorAll('#transcript a.file[data-type^="image/"]')]
    let at = all.indexOf(link)
    const image = make('img')
    const name = make('bdi', { ariaLive: 'polite' })
    const save = make('a', { textContent: words.save, download: '' })
    const put = (to) => {
      at = (to + all.length) % all.length
      const { href, firstElementChild } = all[at]
      Object.assign(image, { src: href, alt: firstElementChild.alt })
      name.textContent = firstElementChild.alt
      save.href = `${href}?download`
    }
    const dialog = make('dialog', { id: 'lightbox', ariaLabel: words.image })
    const steps = [
      button(words.previous, () => put(at - 1), '‹'),
      button(words.next, () => put(at + 1), '›'),
    ]
    dialog.append(
      image,
      make('p', {}, [
        name,
        save,
        ...(all.length > 1 ? steps : []),
        button(words.close, () => dialog.close()),
      ]),
    )
    dialog.addEventListener('keydown', ({ key }) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
      if (step) put(at + step)
    })
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
    dialog.addEventListener('close', () => {
      dialog.remove()
      link.focus()
    })
    put(at)
    document.body.append(dialog)
    dialog.showModal()
  }

  bellhop.files.show = show
})()
