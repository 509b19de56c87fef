import { Since } from '../parts/time'

type WaitCard = {
  title: string
  aside?: string
  lead: string
  waiting: string
  since: number
  now: number
}

/** What a visitor reads while they wait: their place, and for how long by now. */
export const WaitCard = ({ title, aside, lead, waiting, since, now }: WaitCard) => (
  <div class="strip wait">
    <p class="wait-title">
      <strong>{title}</strong> {aside && <span class="wait-aside">{aside}</span>}
    </p>
    <p class="wait-lead">
      <span>{lead}</span>{' '}
      <span>
        {waiting} <Since since={since} now={now} />
      </span>
    </p>
  </div>
)
