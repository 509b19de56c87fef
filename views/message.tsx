import type { Child } from 'hono/jsx'
import { Layout } from './layout'
import type { VisitorContext } from './page-context'
import { Brand } from './parts/brand'
import { Icon, type IconName } from './parts/icon'
import { paths } from './paths'

type Message = VisitorContext & {
  icon: IconName
  title: string
  lead: string
  /** Seconds after which the page tries again by itself. */
  refresh?: number
  /** Files under /static. */
  scripts?: readonly string[]
  /** Who has just signed out here: the id of their account, and what becomes of their unsent words. */
  signedOut?: string
  unsentWords?: 'keep' | 'delete'
  /** Who is signed in and stays there while the page is open: the id of their account. */
  principal?: string
  /** After what there is to say. */
  more?: Child
  children?: Child
}

/** A page with one thing to say and what to do about it. */
export const MessagePage = ({ icon, title, lead, more, children, ...look }: Message) => (
  <Layout {...look} title={title} kind="plain">
    <main
      class="card message"
      data-signed-out={look.signedOut}
      data-unsent-words={look.unsentWords}
      data-principal={look.principal}
      data-beat={look.principal && paths.workbench.presence}
    >
      <Brand name={look.brand} />
      <span class="message-icon">
        <Icon name={icon} />
      </span>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {more}
      <div class="actions">{children}</div>
    </main>
  </Layout>
)
