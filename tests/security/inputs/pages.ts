/** What a page shows, as a browser would read it out of the HTML. */
export const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** What stands in the field where a message is written; undefined without such a field. */
export const draftIn = (html: string): string | undefined => {
  const inside = /<textarea[^>]*\sname="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1]
  return inside === undefined ? undefined : decoded(inside.replace(/^\n/, ''))
}

/** The one sentence that says what was wrong. */
export const sentenceIn = (html: string): string => {
  const said = /class="(?:form-problem|field-problem)"[^>]*>\s*([^<]+)</.exec(html)?.[1]
  return decoded(said ?? /class="lead"[^>]*>([^<]+)</.exec(html)?.[1] ?? '').trim()
}

/** Faults that were logged: there is no input that may cause one. */
export const faultsIn = (lines: readonly string[]): string[] =>
  lines.filter((line) => /"level":"error"/.test(line))
