import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { plainScripts } from '../scripts'
import { Brand } from './brand'
import { Switches } from './switches'

type CardPage = VisitorContext & {
  title: string
  lead?: string
  /** Files under /static; left out for a page that is not live and needs no more. */
  scripts?: readonly string[]
  children?: Child
}

/** One thing on a page of its own, such as a form to sign in. */
export const CardPage = ({ title, lead, scripts = plainScripts, children, ...look }: CardPage) => (
  <Layout {...look} title={title} kind="plain" scripts={scripts}>
    <main class="card">
      <Brand name={look.brand} />
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </main>
    <footer class="page-foot">
      <Switches {...look} />
    </footer>
  </Layout>
)
