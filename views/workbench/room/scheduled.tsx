import { Button } from '../../parts/button'
import { SeqField } from '../../parts/fields/seq-field'
import { kept } from '../../parts/fields/text-area'
import { paths } from '../../paths'
import { exactTime, wordsIn } from '../../words'
import type { AspectReader } from '../aspect'

/** A message that goes later, as the room shows it. */
export type Later = {
  clientId: string
  text: string
  name: string
  /** ms UTC. */
  dueAt: number
  /** It is about to go, and can be called back. */
  isUndoable: boolean
  held: 'visitor' | 'holder' | 'ended' | 'broken' | ''
  /** Whether the reader may change it. */
  isTheirs: boolean
}

export type ScheduledProps = AspectReader & {
  conversation: { id: string }
  scheduled: readonly Later[]
  /** Newest line of the page. */
  seq: number
}

/** What is to be sent later, the next one first. Swapped live as `#scheduled`. */
export const Scheduled = (props: ScheduledProps) => {
  const { language, scheduled } = props
  const words = wordsIn(language).together.later
  const held = scheduled.filter((one) => one.held !== '').length
  return (
    <section id="scheduled" class="scheduled" aria-label={words.label}>
      <p class="sr" role="status">
        {scheduled.length > 0 && words.status(scheduled.length, held)}
      </p>
      {scheduled.length > 0 && (
        <ul>
          {scheduled.map((one) => (
            <li id={`s-${one.clientId}`} data-held={one.held || undefined}>
              <p class="scheduled-text" dir="auto" hx-ignore="">
                {one.text}
              </p>
              {one.isUndoable ? (
                <Undo {...props} message={one} />
              ) : (
                <Waits {...props} message={one} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type One = ScheduledProps & { message: Later }

const Undo = ({ language, conversation, message }: One) => {
  const words = wordsIn(language).together.later
  return (
    <form
      method="post"
      action={paths.workbench.unscheduling(conversation.id, message.clientId)}
      data-undo
    >
      <span>{words.sending}</span>{' '}
      {message.isTheirs && <Button icon="rotateCcw">{words.undo}</Button>}
    </form>
  )
}

const Waits = ({ message, conversation, seq, ...reader }: One) => {
  const { language, now, zone } = reader
  const words = wordsIn(language).together.later
  const time = exactTime(message.dueAt, now, zone, language)
  const { rescheduling, unscheduling } = paths.workbench
  const change = rescheduling(conversation.id, message.clientId)
  return (
    <>
      <p class="meta">{message.held ? words.held[message.held] : words.due(time, message.name)}</p>
      {message.isTheirs && (
        <div class="scheduled-acts">
          <form method="post" action={change}>
            <AsShown seq={seq} message={message} />
            <Button name="send_at" value="now">
              {words.now}
            </Button>
          </form>
          <details>
            <summary class="button quiet">{words.edit}</summary>
            <form method="post" action={change}>
              <AsShown seq={seq} message={message} />
              <textarea name="text" rows={2} dir="auto" required aria-label={words.text}>
                {kept(message.text)}
              </textarea>
              <input type="datetime-local" name="send_at" aria-label={words.at} />{' '}
              <Button>{words.save}</Button>
            </form>
          </details>
          <form method="post" action={unscheduling(conversation.id, message.clientId)} data-undo>
            <Button tone="quiet">{words.cancel}</Button>
          </form>
        </div>
      )}
    </>
  )
}

/** What is changed is the message as it stands here, in the talk as it stands here. */
const AsShown = ({ seq, message }: Pick<One, 'seq' | 'message'>) => (
  <>
    <SeqField seq={seq} />
    <input type="hidden" name="due" value={message.dueAt} />
  </>
)
