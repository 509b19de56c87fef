import type { Child } from 'hono/jsx'
import { Layout } from './layout'
import type { Look } from './look'
import { Brand } from './parts/brand'
import { LinkButton } from './parts/button'
import { Icon, type IconName } from './parts/icon'
import { Switches } from './parts/switches'
import { paths } from './paths'
import { wordsIn } from './words'

/** The front door. `staff` is signed in already. */
export const HomePage = ({ staff, ...look }: Look & { staff: boolean }) => {
  const words = wordsIn(look.language).pages.home
  return (
    <Layout {...look} title={words.title} kind="plain">
      <div class="home">
        <header class="home-head">
          <Brand />
          <Switches {...look} />
        </header>
        <main class="home-in">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <div class="doors">
            <Door icon="messagesSquare" title={words.visitor} lead={words.visitorLead}>
              <LinkButton href={paths.chat.page} tone="primary">
                {words.chat}
              </LinkButton>
            </Door>
            <Door icon="conciergeBell" title={words.staff} lead={words.staffLead}>
              <LinkButton href={staff ? paths.workbench.page : paths.session.signIn}>
                {staff ? words.workbench : words.signIn}
              </LinkButton>
            </Door>
          </div>
        </main>
      </div>
    </Layout>
  )
}

type Door = { icon: IconName; title: string; lead: string; children?: Child }

const Door = ({ icon, title, lead, children }: Door) => (
  <section class="door">
    <span class="door-icon">
      <Icon name={icon} />
    </span>
    <h2>{title}</h2>
    <p>{lead}</p>
    {children}
  </section>
)
