import { Button } from '../../parts/button'
import { SeqField } from '../../parts/fields/seq-field'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import { exactTime, wordsIn } from '../../words'
import type { AspectProps, AspectReader, AspectView } from '../aspect'

/** Times that need no thought, as the form takes them. */
export const snoozePresets = ['1h', 'tomorrow', 'monday', 'reply'] as const

/** Until when it is put off, and the way to have it back; or the times to choose from. */
const Snooze = (props: AspectProps) => {
  const { language, conversation, rights } = props
  const words = wordsIn(language).workbench.snooze
  const isHeld = conversation.agent !== null && conversation.closedAt === null
  return (
    <section id="snooze" class="aspect" aria-label={words.label}>
      {conversation.snooze ? (
        <SnoozedUntil {...props} />
      ) : (
        rights.snooze && isHeld && <SnoozeMenu {...props} />
      )}
    </section>
  )
}

const SnoozedUntil = ({ conversation: { id, snooze }, rights, seq, ...reader }: AspectProps) => {
  const words = wordsIn(reader.language).workbench.snooze
  const until = snooze?.until ?? null
  return (
    <form class="snoozed" method="post" action={paths.workbench.snooze(id)}>
      <SeqField seq={seq} />
      <Icon name="alarmClock" />
      <span>{until === null ? words.untilReply : words.until(timeOf(until, reader))}</span>{' '}
      {rights.snooze && (
        <Button name="until" value="">
          {words.end}
        </Button>
      )}
    </form>
  )
}

const SnoozeMenu = ({ conversation: { id }, language, seq }: AspectProps) => {
  const words = wordsIn(language).workbench.snooze
  const action = paths.workbench.snooze(id)
  return (
    <details class="snooze" name="room-menu">
      <summary class="pick">
        <Icon name="alarmClock" />
        {words.label}
      </summary>
      <div class="menu">
        <form method="post" action={action}>
          <SeqField seq={seq} />
          {snoozePresets.map((preset) => (
            <Button tone="quiet" name="until" value={preset}>
              {words.presets[preset]}
            </Button>
          ))}
        </form>
        <form class="pick-time" method="post" action={action}>
          <SeqField seq={seq} />
          <label for="snooze-until">{words.pick}</label>{' '}
          <input id="snooze-until" type="datetime-local" name="until" required />
          <Button>{words.set}</Button>
        </form>
        <p class="hint">{words.hint}</p>
      </div>
    </details>
  )
}

const timeOf = (until: number, { now, zone, language }: AspectReader) =>
  exactTime(until, now, zone, language)

export const snoozeView: AspectView = {
  part: {
    id: 'snooze',
    draw: (props) => <Snooze {...props} />,
    key: ({ conversation: { snooze, agent, closedAt }, rights }) =>
      JSON.stringify([snooze, agent === null || closedAt !== null, rights.snooze]),
  },
  chips: ({ snooze }, reader) => {
    if (!snooze) return []
    const words = wordsIn(reader.language).workbench.snooze
    const { until } = snooze
    const whole = until === null ? words.untilReply : words.until(timeOf(until, reader))
    return [
      <Chip of="snooze" title={whole}>
        {until === null ? words.onReply : words.back(timeOf(until, reader))}
      </Chip>,
    ]
  },
}
