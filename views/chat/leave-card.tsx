import { Button } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import type { VisitorStatus } from './visitor-status'

type LeaveCard = {
  language: Edition
  status: Extract<VisitorStatus, { state: 'left' }>
  asks: 'both' | 'message'
  /** How things stand. */
  lead: string
  /** What was not taken, and why. */
  leave: { email: string; problem: string } | undefined
}

/** Nobody came in time, or nobody is there: they wait on, or say where an answer reaches them. */
export const LeaveCard = ({ language, status, asks, lead, leave }: LeaveCard) => {
  const { chat, start } = wordsIn(language)
  const { email = '' } = status
  return (
    <div class="strip leave">
      <p>
        <strong>{asks === 'both' ? start.waitOrLeave : start.leaveAddress}</strong> {lead}
      </p>
      <form method="post" action={paths.chat.leftMessage} class="leave-form">
        <p class="form-problem" role="alert" />
        {(email === '' || leave) && (
          <TextField
            name="email"
            type="email"
            label={chat.email}
            placeholder={chat.emailPlaceholder}
            autocomplete="email"
            value={leave?.email}
            problem={leave?.problem}
            required
          />
        )}
        <div class="actions">
          <Button tone="primary">{start.leaveIt}</Button>
          {asks === 'both' && (
            <Button to={paths.chat.waiting} unchecked>
              {start.waitOn}
            </Button>
          )}
        </div>
      </form>
    </div>
  )
}
