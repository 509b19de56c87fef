import type { Entry as Line } from '../actors/entry'
import { Layout } from './layout'
import type { PageContext } from './page-context'
import { Brand } from './parts/brand'
import { LinkButton } from './parts/button'
import { LanguageSwitch, ThemeSwitch } from './parts/switches'
import { paths } from './paths'
import { Entry } from './transcript/entry'
import { wordsIn } from './words'

/** The front door. `staff` is signed in already. */
export const HomePage = ({ staff, ...look }: PageContext & { staff: boolean }) => {
  const words = wordsIn(look.language).pages.home
  return (
    <Layout {...look} title={words.title} kind="plain">
      <div class="home">
        <header class="home-head">
          <Brand />
          <LanguageSwitch {...look} />
        </header>
        <main class="home-in">
          <div>
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <div class="actions">
              <LinkButton href={paths.chat.page} tone="primary" icon="messagesSquare">
                {words.chat}
              </LinkButton>
              <LinkButton href={staff ? paths.workbench.page : paths.session.signIn}>
                {staff ? words.workbench : words.signIn}
              </LinkButton>
            </div>
          </div>
          <Preview {...look} />
        </main>
        <footer class="page-foot">
          <ThemeSwitch {...look} />
        </footer>
      </div>
    </Layout>
  )
}

/** What a conversation looks like, drawn with its own parts. Only to be looked at. */
const Preview = ({ language, zone, now }: PageContext) => (
  <div class="glimpse" aria-hidden="true" inert>
    <ol class="transcript">
      {previewLines(language, now).map((entry) => (
        <Entry entry={entry} audience="visitor" language={language} zone={zone} viewer={null} />
      ))}
    </ol>
  </div>
)

const previewLines = (language: PageContext['language'], now: number): Line[] => {
  const { ask, answer, thanks, agent } = wordsIn(language).pages.home.preview
  const shown = { conversation: '', author: null, name: '', changes: null, edited: null } as const
  const line = { ...shown, body: { kind: 'text' } } as const
  const why = { how: 'took' } as const
  const notice = { code: 'assigned', agent: '', name: agent, waited: 0, why } as const
  const agentLine = { ...line, by: 'agent', author: 'glimpse', name: agent } as const
  return [
    { ...line, clientId: 'glimpse-1', seq: 1, by: 'visitor', text: ask, at: now - 90_000 },
    {
      ...shown,
      clientId: 'glimpse-2',
      seq: 2,
      by: 'desk',
      text: '',
      at: now - 80_000,
      body: { kind: 'notice', notice },
    },
    { ...agentLine, clientId: 'glimpse-3', seq: 3, text: answer, at: now - 60_000 },
    { ...line, clientId: 'glimpse-4', seq: 4, by: 'visitor', text: thanks, at: now },
  ]
}
