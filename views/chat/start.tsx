import { Layout } from '../layout'
import { StartLive } from '../live-connections'
import type { VisitorContext } from '../page-context'
import { Brand, Brandmark } from '../parts/brand'
import { LanguageSwitch, ThemeSwitch } from '../parts/switches'
import { paths } from '../paths'
import { visitorScripts } from '../scripts'
import { wordsIn } from '../words'
import { FrameClose, RunsOn } from './frame'
import type { InvitationProps } from './invitation'
import { StartForm, type StartFormProps } from './start-form'
import { startParts, toldOf } from './start-parts'

type StartPageProps = VisitorContext &
  StartFormProps &
  Partial<InvitationProps> & {
    /** They have talked with the desk before. */
    hasPast?: boolean
  }

/** The visitor's first page: a name and an address if they like, and the message itself. */
export const StartPage = (props: StartPageProps) => {
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
          <p class="lead" id="greeting" dir="auto">
            {props.asked?.greeting || words.lead}
          </p>
          {startParts.invitation.draw({ ...props, invitation: props.invitation ?? null })}
          {startParts.expectation.draw({
            ...props,
            departments: toldOf(props.departments, props.draft?.department),
          })}
          {props.wanted && (
            <p class="expect">
              {wordsIn(props.language).start[props.wanted.free ? 'wanted' : 'wantedLater'](
                props.wanted.name,
              )}
            </p>
          )}
          <StartForm {...props} />
          {props.hasPast && !props.frame && (
            <p class="past-link">
              <a href={paths.chat.past}>{wordsIn(props.language).past.link}</a>
            </p>
          )}
          {props.accounts && !props.frame && (
            <p class="past-link">
              <a href={paths.customers.page}>{wordsIn(props.language).customers.link}</a>
            </p>
          )}
          <RunsOn {...props} privacy={undefined} />
        </div>
      </main>
      <footer class="page-foot">
        <ThemeSwitch {...props} />
      </footer>
      <StartLive principal={props.keptAs} />
    </Layout>
  )
}
