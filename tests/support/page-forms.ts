/** A form of a page as a browser would send it: what is ticked, chosen and written in it. */
export type PageForm = { action: string; fields: Record<string, string> }

/** All forms of a page that send something. */
export const formsOf = (html: string): PageForm[] => {
  const forms: PageForm[] = []
  let select: { name: string; isChosen: boolean } | undefined
  let area = ''
  let hasButton = false
  const last = () => forms.at(-1)?.fields
  const add = (name: string, value: string) => {
    const fields = last()
    if (!fields || name === '') return
    // Several of one name go as one, with commas, as the office reads them too.
    fields[name] = name in fields && fields[name] !== '' ? `${fields[name]},${value}` : value
  }
  const rewriter = new HTMLRewriter()
    .on('form', {
      element: (form) => {
        forms.push({ action: said(form.getAttribute('action')), fields: {} })
        hasButton = false
      },
    })
    .on('form input', {
      element: (input) => {
        const type = input.getAttribute('type') ?? 'text'
        if (input.hasAttribute('disabled') || type === 'file') return
        const isTicked = !['checkbox', 'radio'].includes(type) || input.hasAttribute('checked')
        if (isTicked) add(said(input.getAttribute('name')), said(input.getAttribute('value')))
      },
    })
    .on('form button', {
      element: (button) => {
        const action = button.getAttribute('formaction')
        const form = forms.at(-1)
        // One that leads elsewhere sends the same fields there.
        if (action && form) forms.splice(-1, 0, { action: said(action), fields: form.fields })
        if (action || button.getAttribute('type') === 'button') return
        // Enter presses the first of a form, whose own name is sent along.
        if (!hasButton) add(said(button.getAttribute('name')), said(button.getAttribute('value')))
        hasButton = true
      },
    })
    .on('form select', {
      element: (found) => {
        select = { name: said(found.getAttribute('name')), isChosen: false }
      },
    })
    .on('form select option', {
      element: (option) => {
        const fields = last()
        if (!select || !fields) return
        const isFirst = !(select.name in fields)
        const isChosen = option.hasAttribute('selected')
        if (isChosen || isFirst) fields[select.name] = said(option.getAttribute('value'))
      },
    })
    .on('form textarea', {
      element: (found) => {
        area = said(found.getAttribute('name'))
        add(area, '')
      },
      text: (chunk) => {
        const fields = last()
        if (fields) fields[area] = said((fields[area] ?? '') + chunk.text)
      },
    })
  rewriter.transform(html)
  return forms
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#10;': '\n' },
}

const said = (text: string | null): string =>
  (text ?? '').replace(/&(?:amp|lt|gt|quot|#39|#10);/g, (entity) => entities[entity] ?? entity)
