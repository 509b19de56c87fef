import { html } from 'hono/html'
import type { Sites } from '../../actors/sites'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { paths } from '../paths'
import { sitePreviewScripts } from '../scripts'
import { sites as words } from '../words/sites'

type Preview = PageContext & Pick<Sites, 'position' | 'color'>

/** A page as it might be on somebody's site, with the very script there that it would have: the chat is open on it. */
export const SitesPreview = ({ position, color, ...look }: Preview) => {
  const title = words[look.language].previewLines
  return (
    <Layout {...look} title={title} kind="plain" inOffice>
      <main class="site-preview">
        <h1>{title}</h1>
        <p />
        <p />
        <p />
      </main>
      {html`<script src="${paths.widget.loader}" nonce="${look.nonce}" data-position="${position}" data-color="${color}" data-language="${look.language}" data-theme="${look.theme}" defer=""></script>`}
      {sitePreviewScripts.map(
        (file) =>
          html`<script src="${paths.static(look.files?.[file] ?? file)}" nonce="${look.nonce}" defer=""></script>`,
      )}
    </Layout>
  )
}
