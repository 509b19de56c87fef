/**
 * The chat of a preview stands open, on a page that is none of a site; and whoever writes beside the preview
 * is not called away from there.
 */
;(() => {
  const { bellhop } = globalThis
  // It could not be loaded.
  if (!bellhop) return
  bellhop.page('/', document.title)
  bellhop.open()
  const frame = document.querySelector('bellhop-widget').shadowRoot.querySelector('iframe')
  frame.focus = () => document.hasFocus() && HTMLElement.prototype.focus.call(frame)
})()
