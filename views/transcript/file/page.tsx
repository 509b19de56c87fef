import { html } from 'hono/html'
import { wordsIn } from '../../words'
import { htmlLang, languageOf } from '../../words/language'
import { clock, dayOf } from '../../words/times'
import { type FileLine, linesOf, type TranscriptFile } from './lines'

/**
 * Of a file that is opened from a disk, years later: it asks for nothing from anywhere. It goes through
 * `html`, so it has no sign that is escaped there, such as `>`.
 */
const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
  ol { list-style: none; margin: 0; padding: 0 }
  li { margin: .75rem 0 }
  li p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
  [dir=auto], bdi { unicode-bidi: plaintext }
  small, blockquote { color: GrayText }
  blockquote { margin: 0; padding-inline-start: .6rem; border-inline-start: 3px solid }
  .note { padding: .5rem .75rem; border: 1px dashed }
`

/** A transcript as a page of its own, whole in one file. */
export const TranscriptFilePage = (file: TranscriptFile) => {
  const { language, zone, now } = file
  const words = wordsIn(language).entries.transcript
  const days = [...Map.groupBy(linesOf(file), ({ day }) => day)]
  return html`<!doctype html><html lang="${htmlLang[languageOf(language)]}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title><style>${style}</style></head><body>
<h1>${words.title}</h1><p><small>${words.saved(`${dayOf(now, zone)} ${clock(now, zone)}`)} ${words.zone(zone)}</small></p>
${days.map(([day, lines]) => html`<h2>${day}</h2><ol>${lines.map((line) => Line(line))}</ol>`)}
</body></html>`
}

const Line = ({
  day,
  time,
  name,
  text,
  files,
  answers,
  marks,
  reactions,
  isNote,
}: FileLine) => html`
<li class="${isNote ? 'note' : 'line'}"><small><time datetime="${day}T${time}">${time}</time> <bdi>${name}</bdi> ${marks}</small>
${answers && html`<blockquote dir="auto">${answers}</blockquote>`}${text && html`<p dir="auto">${text}</p>`}${files.map((file) => html`<p dir="auto">${file}</p>`)}${reactions && html`<small>${reactions}</small>`}</li>`
