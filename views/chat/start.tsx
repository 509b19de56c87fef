import { Layout } from '../layout'
import { StartLive } from '../live-connections'
import type { PageContext } from '../page-context'
import { Brand, Brandmark } from '../parts/brand'
import { LanguageSwitch, ThemeSwitch } from '../parts/switches'
import { visitorScripts } from '../scripts'
import { wordsIn } from '../words'
import { FrameClose, RunsOn } from './frame'
import type { InvitationProps } from './invitation'
import { StartForm, type StartFormProps } from './start-form'
import { startParts } from './start-parts'

/** The visitor's first page: a name and an address if they like, and the message itself. */
export const StartPage = (props: PageContext & StartFormProps & Partial<InvitationProps>) => {
  const words = wordsIn(props.language).chat
  return (
    <Layout {...props} title={words.title} kind="visitor" scripts={visitorScripts}>
      <main class="chat start">
        <header class="start-head">
          {props.frame ? <Brandmark name={props.brand} /> : <Brand name={props.brand} />}
          <LanguageSwitch {...props} />
          <FrameClose {...props} />
        </header>
        <div class="start-in">
          <h1>{words.hello}</h1>
          <p class="lead">{words.lead}</p>
          {startParts.invitation.draw({ ...props, invitation: props.invitation ?? null })}
          {startParts.expectation.draw(props)}
          <StartForm {...props} />
          <RunsOn {...props} />
        </div>
      </main>
      <footer class="page-foot">
        <ThemeSwitch {...props} />
      </footer>
      <StartLive principal={props.keptAs} />
    </Layout>
  )
}
