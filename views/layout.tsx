import { html } from 'hono/html'
import { type Document, Head } from './layout/head'
import { wordsIn } from './words'
import { htmlLang, languageOf } from './words/language'

const Body = ({ kind, clock, refresh, language, frame, children }: Document) => {
  const { today, yesterday } = wordsIn(language).times
  const days = clock === undefined ? {} : { zone: clock, today, yesterday }
  return (
    <body
      class={frame ? `${kind} in-frame` : kind}
      data-sites={frame?.sites.join(' ')}
      data-zone={days.zone}
      data-today={days.today}
      data-yesterday={days.yesterday}
      data-renew={refresh}
    >
      {children}
    </body>
  )
}

/** The document. All style and script are files; nothing is inline. */
export const Layout = ({ children, ...props }: Document) => (
  <>
    {html`<!doctype html>`}
    <html
      lang={htmlLang[languageOf(props.language)]}
      data-theme={props.theme === 'auto' ? undefined : props.theme}
    >
      <Head {...props} />
      <Body {...props}>{children}</Body>
    </html>
  </>
)
