import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { LanguageSwitch, ThemeSwitch } from '../parts/switches'
import { startScripts } from '../scripts'
import { wordsIn } from '../words'
import { isAnybodyThere, StartForm, type StartFormProps } from './start-form'

/** The visitor's first page: a name and an address if they like, and the message itself. */
export const StartPage = (props: PageContext & StartFormProps) => {
  const words = wordsIn(props.language).chat
  return (
    <Layout {...props} title={words.title} kind="visitor" scripts={startScripts}>
      <main class="chat start">
        <header class="start-head">
          <Brand />
          <LanguageSwitch {...props} />
        </header>
        <div class="start-in">
          <h1>{words.hello}</h1>
          <p class="lead">{words.lead}</p>
          <WhatToExpect {...props} />
          <StartForm {...props} />
        </div>
      </main>
      <footer class="page-foot">
        <ThemeSwitch {...props} />
      </footer>
    </Layout>
  )
}

/** What they should know before they write: that nobody is there, or how many come before them. */
const WhatToExpect = ({ language, departments }: PageContext & StartFormProps) => {
  const words = wordsIn(language).chat
  if (!isAnybodyThere(departments)) return <p class="expect warn">{words.nobodyHere}</p>
  const [only, ...others] = departments
  if (!only || others.length > 0 || only.ahead === 0) return null
  const { ahead, estimate } = only
  return (
    <p class="expect">
      {words.lineBefore(ahead)}
      {estimate !== null && ` ${words.lineTakes(words.estimate(estimate))}`}
    </p>
  )
}
