/**
 * Files and emoji. What chooses, pastes or drops files is heard here, and so is who wants to see an image,
 * to speak or to choose an emoji; all else is fetched when the first of these happens (`static/files.js`,
 * `static/voice.js`, `static/emoji.js`).
 */
;(() => {
  const load = (name) => bellhop.load(name).then(() => bellhop.files)
  const kit = () => load('files')
  const field = () => document.querySelector('.attach input')
  const add = (event, files) => {
    const all = [...(files ?? [])]
    if (all.length === 0 || !field()) return
    event.preventDefault()
    kit()
      .then(({ add }) => add(all))
      .catch(() => {})
  }

  document.addEventListener('change', (event) => {
    if (event.target !== field()) return
    add(event, event.target.files)
    event.target.value = ''
  })
  document.addEventListener('paste', (event) => add(event, event.clipboardData?.files))
  document.addEventListener('drop', (event) => add(event, event.dataTransfer?.files))
  document.addEventListener('dragover', (event) => {
    if (field() && event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('.voice'))
      kit()
        .then(() => load('voice'))
        .then(({ record }) => record())
        .catch(() => {})
    const emoji = event.target.closest?.('[data-emoji]')
    if (emoji)
      load('emoji')
        .then(() => bellhop.openEmoji(emoji))
        .catch(() => {
          const slot = emoji.closest('.composer, .entry-card').querySelector('.form-problem')
          slot.textContent = document.getElementById('connection').dataset.unreachable
        })
    const link = event.target.closest?.('a.file[data-type^="image/"]')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    kit()
      .then(({ show }) => show(link))
      .catch(() => open(link.href))
  })
})()
