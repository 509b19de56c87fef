/** An entry as the least program would write it: one template string, the text escaped. */
export type Line = { id: string; seq: number; text: string; at: number }

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string) =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text

export const entryHtml = ({ id, seq, text, at }: Line) =>
  `<li id="e-${id}" data-seq="${seq}" data-kind="said" data-by="visitor"><p class="meta"><span class="name">Vera</span> <time datetime="${new Date(at).toISOString()}">${at}</time></p><div class="body" hx-ignore dir="auto">${escapeHtml(text)}</div></li>`

/** The entry as one SSE event that htmx upserts. */
export const entryEvent = (line: Line) =>
  `id: ${line.seq}\ndata: <hx-upsert hx-target="#transcript" key="data-seq">${entryHtml(line)}</hx-upsert>\n\n`
