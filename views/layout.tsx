import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Look } from './look'
import { paths } from './paths'
import { wordsIn } from './words'
import { htmlLang } from './words/language'

/**
 * htmx's settings. It may write no style of its own (the policy forbids it), and a morph leaves
 * `open` alone so that a `<details>` somebody is using does not shut under the pointer.
 */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  morphIgnore: ['data-htmx-powered', 'open'],
})

type Layout = Pick<Look, 'language' | 'theme' | 'nonce'> & {
  title: string
  /** Which family of pages, for the stylesheet: a visitor's, the workbench or a plain page. */
  kind: 'visitor' | 'desk' | 'plain' | 'tail'
  /** Files under /static, in order; none for a page that needs no JavaScript. */
  scripts?: readonly string[]
  /** Seconds after which a page renews itself. */
  refresh?: number
  /** The same, but only without JavaScript: a page that is live with it. */
  plainRefresh?: number
  children?: Child
}

/** The document. All style and script are files; nothing is inline. */
export const Layout = ({ title, kind, language, theme, nonce, ...more }: Layout) => (
  <>
    {html`<!doctype html>`}
    <html lang={htmlLang[language]} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <title>{`${title} · ${wordsIn(language).common.brand}`}</title>
        {more.refresh !== undefined && <meta http-equiv="refresh" content={String(more.refresh)} />}
        {more.plainRefresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(more.plainRefresh)} />
          </noscript>
        )}
        <meta name="htmx-config" content={htmxConfig} />
        <link
          rel="preload"
          href={paths.static('inter-latin.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={paths.static('bellhop.css')} nonce={nonce} />
        <link rel="icon" href={paths.static('icon.svg')} type="image/svg+xml" />
        {more.scripts?.map((file) => (
          <script src={paths.static(file)} nonce={nonce} defer />
        ))}
      </head>
      <body class={kind}>{more.children}</body>
    </html>
  </>
)
