import { html } from 'hono/html'
import { htmlLang, type Language } from '../../words/language'
import { privacy } from '../../words/privacy'
import { clock, dayOf } from '../../words/times'

/** One conversation in an archive: where its page is, and how much there is of it. */
export type ArchiveTalk = { path: string; openedAt: number; lines: number }

type Archive = {
  names: readonly string[]
  emails: readonly string[]
  talks: readonly ArchiveTalk[]
  language: Language
  zone: string
  now: number
}

/** It is opened from a disk: it asks for nothing from anywhere. */
const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
  small { color: GrayText }
`

/** The first page of all that is kept of a person, which leads to the others. */
export const ArchivePage = ({ names, emails, talks, language, zone, now }: Archive) => {
  const words = privacy[language].archivePage
  const time = (at: number) => `${dayOf(at, zone)} ${clock(at, zone)}`
  return html`<!doctype html><html lang="${htmlLang[language]}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title><style>${style}</style></head><body>
<h1>${words.title}</h1><p><small>${words.made(time(now), zone)}</small></p>
<ul>${[...names, ...emails].map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul>
<p>${words.about}</p>
<ul><li><a href="data.json">data.json</a></li></ul>
<h2>${words.talks(talks.length)}</h2>
<ul>${talks.map(({ path, openedAt, lines }) => html`<li><a href="${path}">${time(openedAt)}</a> <small>${words.lines(lines)}</small></li>`)}</ul>
</body></html>`
}
