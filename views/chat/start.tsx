import { Layout } from '../layout'
import type { Look } from '../look'
import { Brand } from '../parts/brand'
import { LanguageSwitch, ThemeSwitch } from '../parts/switches'
import { wordsIn } from '../words'
import { StartForm } from './start-form'

/** A department to choose, and whether somebody is there now. */
export type Choice = { id: string; name: string; staffed: boolean }

export type StartPageProps = Look & {
  /** To choose from, the first is the default; asked only when there are several. */
  departments: readonly Choice[]
  clientId: string
  /** What was written before it did not go. */
  draft?: { name?: string; email?: string; department?: string; text?: string }
  /** Why it did not go: one sentence, and the field at fault if it was one. */
  problem?: { says: string; field?: string }
}

/** The visitor's first page: a name and an address if he likes, and the message itself. */
export const StartPage = (props: StartPageProps) => {
  const words = wordsIn(props.language).chat
  return (
    <Layout {...props} title={words.title} kind="visitor">
      <main class="chat start">
        <header class="start-head">
          <Brand />
          <LanguageSwitch {...props} />
        </header>
        <div class="start-in">
          <h1>{words.hello}</h1>
          <p class="lead">{words.lead}</p>
          <StartForm {...props} />
        </div>
      </main>
      <footer class="page-foot">
        <ThemeSwitch {...props} />
      </footer>
    </Layout>
  )
}
