import { Act } from '../parts/button'
import { When } from '../parts/time'
import { doorWords } from '../words/factors'
import { people } from '../words/people'
import { punctuation } from '../words/punctuation'
import type { OfficeContext } from './context'
import { Panel } from './panel'

/** Somewhere that somebody is signed in, by the mark that pages have of it. */
export type SessionLine = {
  mark: string
  address: string | null
  browser: string | null
  /** By which door they came in, and what a provider is called. */
  door?: string | null
  provider?: string | null
  since: number
  seenAt: number
  /** The one that this page was asked for in. */
  isThis: boolean
}

type Sessions = {
  sessions: readonly SessionLine[]
  /** Where one is ended, and all of them, but for this one where it is among them. */
  ends: (mark: string) => string
  endsAll: string
  context: Pick<OfficeContext, 'language' | 'now' | 'zone'>
}

/** Where somebody is signed in, and the end of it. */
export const Sessions = ({ sessions, ends, endsAll, context }: Sessions) => {
  const { language, now, zone } = context
  const words = people[language]
  const { between } = punctuation[language]
  const others = sessions.filter(({ isThis }) => !isThis)
  const isOwn = others.length < sessions.length
  return (
    <Panel
      id="sessions"
      title={words.sessions}
      hint={sessions.length === 0 ? words.sessionsNone : words.sessionsHint}
    >
      {sessions.length > 0 && (
        <ul class="office-sessions">
          {sessions.map(({ mark, browser, address, since, seenAt, isThis, door, provider }) => (
            <li>
              <span class="office-session">
                <b>{browser ?? words.unknownBrowser}</b>{' '}
                <small>
                  {address && <bdi dir="ltr">{address}</bdi>}
                  {address && between}
                  {words.since} <When at={since} now={now} zone={zone} language={language} />
                  {between}
                  <DoorWords
                    door={doorWords(door, provider ?? undefined, language)}
                    between={between}
                  />
                  {words.lastSeen} <When at={seenAt} now={now} zone={zone} language={language} />
                </small>
              </span>{' '}
              {isThis ? (
                <span class="aside">{words.thisOne}</span>
              ) : (
                <Act action={ends(mark)}>
                  {words.endOne}
                  <span class="sr"> {browser ?? words.unknownBrowser}</span>
                </Act>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 1 && <Act action={endsAll}>{isOwn ? words.endOthers : words.endAll}</Act>}
    </Panel>
  )
}

const DoorWords = ({ door, between }: { door: string | undefined; between: string }) =>
  door ? (
    <>
      {door}
      {between}
    </>
  ) : null
