/** Where an element stands in a piece of HTML, from its first character to behind its last. */
const placeOf = (html: string, id: string): [from: number, to: number] | null => {
  const at = html.indexOf(` id="${id}"`)
  if (at < 0) return null
  const from = html.lastIndexOf('<', at)
  const tag = /^<([\w-]+)/.exec(html.slice(from))?.[1] ?? ''
  const tags = new RegExp(`<(/?)${tag}[\\s>]`, 'g')
  tags.lastIndex = from
  let depth = 0
  for (let found = tags.exec(html); found; found = tags.exec(html)) {
    depth += found[1] ? -1 : 1
    if (depth === 0) return [from, html.indexOf('>', found.index) + 1]
  }
  throw new Error(`${id} has no end`)
}

const partial = /<hx-partial hx-target="#([^"]+)" hx-swap="(\w+)">(.*?)<\/hx-partial>/gs

/** Ids of rows and of the lists they are in. */
const ofLists = /^(c-.+|p-.+|rows|line)$/

/** Lists after a frame, as htmx would have them; a frame for another part of the page changes nothing. */
export const swapped = (page: string, frame: string): string =>
  [...frame.matchAll(partial)].reduce((html, [, id = '', how = '', content = '']) => {
    const place = placeOf(html, id)
    if (!place && ofLists.test(id)) throw new Error(`${id} is not on the page`)
    if (!place) return html
    const [from, to] = place
    const [before, element, behind] = [html.slice(0, from), html.slice(from, to), html.slice(to)]
    if (how === 'delete') return before + behind
    if (how === 'afterend') return before + element + content + behind
    if (how === 'outerMorph' || how === 'outerHTML') return before + content + behind
    if (how !== 'afterbegin') throw new Error(`what is ${how}?`)
    const opened = element.indexOf('>') + 1
    return before + element.slice(0, opened) + content + element.slice(opened) + behind
  }, page)
