import type { Child } from 'hono/jsx'
import { Layout } from './layout'
import type { PageContext } from './page-context'
import { Brand } from './parts/brand'
import { Icon, type IconName } from './parts/icon'

type Message = PageContext & {
  icon: IconName
  title: string
  lead: string
  /** Seconds after which the page tries again by itself. */
  refresh?: number
  /** Files under /static. */
  scripts?: readonly string[]
  /** Who has just signed out here: the id of their account. */
  signedOut?: string
  children?: Child
}

/** A page with one thing to say and what to do about it. */
export const MessagePage = ({ icon, title, lead, children, ...look }: Message) => (
  <Layout {...look} title={title} kind="plain">
    <main class="card message" data-signed-out={look.signedOut}>
      <Brand />
      <span class="message-icon">
        <Icon name={icon} />
      </span>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <div class="actions">{children}</div>
    </main>
  </Layout>
)
