import { html } from 'hono/html'
import type { Sites } from '../../actors/sites'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { paths } from '../paths'
import { sites as words } from '../words/sites'

type Preview = PageContext & Pick<Sites, 'position' | 'color'>

/** A page as it might be on somebody's site, with the very script there that it would have. */
export const SitesPreview = ({ position, color, ...look }: Preview) => {
  const title = words[look.language].previewLines
  return (
    <Layout {...look} title={title} kind="plain" inOffice>
      <main class="site-preview" inert>
        <h1>{title}</h1>
        <p />
        <p />
        <p />
      </main>
      {html`<script src="${paths.widget.loader}" nonce="${look.nonce}" data-position="${position}" data-color="${color}" data-language="${look.language}" defer=""></script>`}
    </Layout>
  )
}
