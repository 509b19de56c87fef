/** What files are drawn with and told by before the desk has them. Comes with `static/files.js`. */
;(() => {
  const words = JSON.parse(document.getElementById('pending').dataset.files)
  const MB = 1024 * 1024
  const { nonce } = document.querySelector('script[nonce]')
  const style = document.createElement('link')
  document.head.append(
    Object.assign(style, { rel: 'stylesheet', href: '/static/files.css', nonce }),
  )

  const make = (kind, more = {}, children = []) => {
    const element = Object.assign(document.createElement(kind), more)
    element.append(...children)
    return element
  }
  const button = (label, act, text = label) => {
    const made = make('button', { type: 'button', textContent: text, ariaLabel: label })
    made.addEventListener('click', act)
    return made
  }
  /** As the desk says it of a file that was sent: `sizeText` of `views/words/files.ts`. */
  const sizeText = (bytes) => {
    const units = { MB, KB: 1024, B: 1 }
    const word = Object.keys(units).find((each) => bytes >= units[each]) ?? 'B'
    const count = bytes / units[word]
    return `${count < 10 && word !== 'B' ? Math.round(count * 10) / 10 : Math.round(count)} ${word}`
  }
  const isImage = ({ type }) => /^image\/(jpeg|png|gif|webp)$/.test(type)
  const preview = (file) => {
    const image = make('img', { src: URL.createObjectURL(file), alt: '' })
    image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true })
    return image
  }

  /** `crypto.randomUUID` is missing on plain http. */
  const newId = () =>
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')

  bellhop.files = { make, button, words, sizeText, isImage, preview, newId, MB }
})()
