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

/** The same elements, and so about the same bytes, as the desk sends. */
export const entryHtml = ({ id, seq, text, at }: Line) => {
  const iso = new Date(at).toISOString()
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 16)]
  return `<li id="e-${id}" data-seq="${seq}" data-kind="said" data-by="visitor" data-side="mine" data-day="${day}" class="entry" role="article"><p class="day"><time datetime="${day}">${day}</time></p><div class="body" dir="auto" hx-ignore="">${escapeHtml(text)}</div><p class="meta"><span class="sr">You </span><time datetime="${iso}">${time}</time></p></li>`
}

/** The entry as one SSE event that htmx upserts. */
export const entryEvent = (line: Line) =>
  `id: ${line.seq}\ndata: <hx-upsert hx-target="#transcript" Key="data-seq" sort="" data-after="${line.seq - 1}">${entryHtml(line)}</hx-upsert>\n\n`
