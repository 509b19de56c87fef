import { wordsIn } from '../words'
import { shutText } from '../words/hours'
import type { Edition } from '../words/language'
import { LeaveCard } from './leave-card'
import type { VisitorStatus } from './visitor-status'
import { WaitCard } from './wait-card'

type StripProps = {
  language: Edition
  now: number
  zone: string
  status: VisitorStatus
  leave?: { email: string; problem: string }
}

/** The card under the header while nobody has come yet. */
export const Strip = ({ status, language, now, zone, leave }: StripProps) => {
  const words = wordsIn(language).chat
  if (status.state === 'active' || status.state === 'ended') return null
  if (status.state === 'left') {
    const { told, helped, shut } = status
    const alone = told || helped ? words.leftLead : words.leftAlone
    const lead = shut ? `${shutText(shut, now, zone, language)} ${words.shutLead}` : alone
    if (status.asks) return <LeaveCard {...{ language, status, leave, lead, asks: status.asks }} />
    return <p class={told ? 'strip told' : 'strip'}>{lead}</p>
  }
  if (status.state === 'stuck') return <p class="strip">{words.stuckLead}</p>
  if (status.state === 'ringing')
    return (
      <WaitCard
        title={words.ringing}
        lead={words.writeOn}
        waiting={words.waiting}
        since={status.since}
        now={now}
      />
    )
  const { place, estimate, since } = status
  return (
    <WaitCard
      title={place === 1 ? words.next : words.place(place)}
      aside={estimate === null ? words.noEstimate : words.estimate(estimate)}
      lead={words.writeOn}
      waiting={words.waiting}
      since={since}
      now={now}
    />
  )
}
