import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { memo } from '../memo'
import type { FileNames, VisitorContext } from '../page-context'
import { paths } from '../paths'
import { frameScripts, renewingScripts } from '../scripts'
import { wordsIn } from '../words'
import { languageOf } from '../words/language'
import { punctuation } from '../words/punctuation'

/**
 * htmx's settings. It may write no style of its own (the policy forbids it), and a morph leaves
 * `open` alone so that a `<details>` somebody is using does not shut under the pointer.
 */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  morphIgnore: ['data-htmx-powered', 'open'],
})

/** What every document is given. */
export type Document = Pick<
  VisitorContext,
  'language' | 'theme' | 'nonce' | 'files' | 'frame' | 'brand'
> & {
  title: string
  /** Which family of pages, for the stylesheet: a visitor's, the workbench or a plain page. */
  kind: 'visitor' | 'desk' | 'plain' | 'tail' | 'tail room-tail'
  /** A page of the office, which has a stylesheet beside that of the desk. */
  inOffice?: true
  /** Files under /static, in order; none for a page that needs no JavaScript. */
  scripts?: readonly string[]
  /** Zone of the times it shows, whose days the browser kit names anew at midnight. */
  clock?: string
  /** Seconds after which a page renews itself; by a script where there is one. */
  refresh?: number
  /** The same, but only without JavaScript: a page that is live with it. */
  plainRefresh?: number
  children?: Child
}

/** Where a file is, by its plain name. */
const address = (file: string, files: FileNames = {}) => paths.static(files[file] ?? file)

/** What every document begins with. */
const Beginning = memo(
  ({ files }: Pick<VisitorContext, 'files'>) => (
    <>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
      />
      <meta name="htmx-config" content={htmxConfig} />
      <link
        rel="preload"
        href={address('inter-latin.woff2', files)}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="icon" href={address('icon.svg', files)} type="image/svg+xml" />
    </>
  ),
  ({ files = {} }) => `${files['inter-latin.woff2']} ${files['icon.svg']}`,
)

const refreshing = (seconds: number | undefined) =>
  seconds === undefined
    ? ''
    : html`<noscript><meta http-equiv="refresh" content="${seconds}"/></noscript>`

const scriptsOf = ({
  scripts = [],
  refresh,
  frame,
}: Pick<Document, 'scripts' | 'refresh' | 'frame'>) => [
  ...scripts,
  ...(refresh === undefined ? [] : renewingScripts),
  ...(frame ? frameScripts : []),
]

const stylesOf = ({ kind, inOffice, frame }: Pick<Document, 'kind' | 'inOffice' | 'frame'>) => [
  'bellhop.css',
  ...(kind === 'visitor' || kind === 'tail' ? [] : ['desk.css']),
  ...(inOffice ? ['office.css'] : []),
  ...(frame ? ['frame.css'] : []),
]

/** Who works here knows the program by its own name. */
const nameOf = (kind: Document['kind'], brand: string | undefined) =>
  kind === 'desk' ? undefined : brand

/** Colours mean something where people work: there they are the program's own, as its name is. */
const isBranded = (kind: Document['kind']) => kind !== 'desk' && kind !== 'tail room-tail'

/** As text, for JSX would look for another head that these belong to. */
export const Head = ({
  title,
  language,
  nonce,
  files,
  brand,
  ...more
}: Omit<Document, 'children'>) => html`<head>
${Beginning({ files })}
<title>${title}${punctuation[languageOf(language)].title}${nameOf(more.kind, brand) ?? wordsIn(language).common.brand}</title>
${refreshing(more.refresh ?? more.plainRefresh)}
${stylesOf(more).map((file) => html`<link rel="stylesheet" href="${address(file, files)}" nonce="${nonce}"/>`)}
${isBranded(more.kind) && files?.['brand.css'] ? html`<link rel="stylesheet" href="${address('brand.css', files)}" nonce="${nonce}"/>` : ''}
${!isBranded(more.kind) && files?.['tags.css'] ? html`<link rel="stylesheet" href="${address('tags.css', files)}" nonce="${nonce}"/>` : ''}
${files?.['faces.css'] ? html`<link rel="stylesheet" href="${address('faces.css', files)}" nonce="${nonce}"/>` : ''}
${more.kind === 'desk' ? html`<link rel="manifest" href="${paths.manifest}"/>` : ''}
${scriptsOf(more).map((file) => html`<script src="${address(file, files)}" nonce="${nonce}" defer=""></script>`)}
</head>`
