/** Puts a text onto the clipboard; rejects where that may not be. */
globalThis.bellhop.copyText ??= async (text) => {
  // Only pages that came over a safe connection may write it themselves, and not in every browser.
  const isWritten = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  if (isWritten) return
  const before = document.activeElement
  const field = document.createElement('textarea')
  Object.assign(field, { value: text, readOnly: true, className: 'sr' })
  document.body.append(field)
  field.select()
  const isDone = document.execCommand('copy')
  field.remove()
  before?.focus({ preventScroll: true })
  if (!isDone) throw new Error('not copied')
}
