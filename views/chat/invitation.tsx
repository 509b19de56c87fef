import type { Invitation as Asked } from '../../actors/visitor/invitation'
import { Avatar } from '../parts/avatar'
import { Button } from '../parts/button'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'

export type InvitationProps = {
  language: Edition
  /** Null while nobody asks. */
  invitation: Pick<Asked, 'id' | 'text' | 'agent' | 'agentName'> | null
}

/** Somebody at the desk asks whether they want to chat. Swapped live as `#invitation`. */
export const Invitation = ({ language, invitation }: InvitationProps) => (
  <div id="invitation" role="status">
    {invitation && <Asks language={language} invitation={invitation} />}
  </div>
)

type AsksProps = { language: Edition; invitation: NonNullable<InvitationProps['invitation']> }

const Asks = ({ language, invitation: { agent, agentName, text } }: AsksProps) => {
  const words = wordsIn(language).visitors
  return (
    <section class="invitation">
      {agent !== null && <Avatar id={agent} name={agentName} small />}
      <div class="invitation-text">
        <strong>{agent === null ? words.deskAsks : words.asks(agentName)}</strong>
        <p dir="auto">{text}</p>
      </div>
      <form class="actions" method="post" action={paths.chat.invitation}>
        <Button tone="quiet" name="answer" value="no">
          {words.refuse}
        </Button>
        <a class="button plain" href="#field-text">
          {words.answer}
        </a>
      </form>
    </section>
  )
}
