import type { Child } from 'hono/jsx'
import { Avatar } from '../parts/avatar'
import { Icon, type IconName } from '../parts/icon'
import { wordsIn } from '../words'
import { type Edition, languageOf } from '../words/language'
import { punctuation } from '../words/punctuation'
import { Strip } from './strip'
import type { VisitorStatus } from './visitor-status'

export type StatusProps = {
  language: Edition
  now: number
  /** By whose clock times are told. */
  zone: string
  status: VisitorStatus
  /** Name of the department; empty when the desk has only one. */
  department: string
  /** An address that was not taken, and why. */
  leave?: { email: string; problem: string }
}

/** Who helps the visitor, or where they stand in the line. Swapped live as `#status`. */
export const ChatStatus = (props: StatusProps) => (
  <div
    id="status"
    class="status"
    data-state={props.status.state}
    data-place={props.status.state === 'waiting' ? props.status.place : undefined}
  >
    <div class="who" role="status">
      <Face status={props.status} />
      <div class="who-text">
        <h1>{headline(props)}</h1>
        <p>{subline(props)}</p>
      </div>
    </div>
    <Strip {...props} />
  </div>
)

const faces: Record<Exclude<VisitorStatus['state'], 'active'>, IconName> = {
  waiting: 'hourglass',
  ringing: 'bellRing',
  left: 'mailCheck',
  stuck: 'circleAlert',
  ended: 'check',
}

const Face = ({ status }: { status: VisitorStatus }) => {
  if (status.state === 'active') return <Avatar {...status.agent} here={status.here} />
  if ('agent' in status && status.agent) return <Avatar {...status.agent} />
  return (
    <span class="avatar face" aria-hidden="true">
      <Icon name={faces[status.state]} />
    </span>
  )
}

const headline = ({ status, language, department }: StatusProps): Child => {
  const words = wordsIn(language).chat
  if (status.state === 'waiting') return department || words.team
  if (status.state === 'ringing') return department || words.team
  if (status.state === 'left' && status.shut) return words.shutTitle
  if (status.state === 'left') return status.helped || status.asks ? words.leftHelped : words.left
  return withDepartment(status.agent?.name ?? words.team, department, language)
}

const withDepartment = (name: string, department: string, language: Edition) => (
  <>
    <bdi>{name}</bdi>
    {department && (
      <span class="of">
        {punctuation[languageOf(language)].between}
        {department}
      </span>
    )}
  </>
)

const subline = ({ status, language, department }: StatusProps): Child => {
  const words = wordsIn(language).chat
  if (status.state === 'active')
    return status.here ? <Here language={language} /> : words.outOfReach
  if (status.state === 'ended') return words.ended
  if (status.state === 'stuck') return words.stuck
  return status.state === 'left' ? department : words.inLine
}

/** A page that is cut off does not go on saying so: the browser kit says what holds. */
const Here = ({ language }: Pick<StatusProps, 'language'>) => {
  const words = wordsIn(language).chat
  return (
    <span data-heard={words.here} data-unheard={words.unheard}>
      {words.here}
    </span>
  )
}
