import type { Language } from '../../words/language'
import { statechart } from '../../words/statechart'
import { eventWord } from '../../words/statechart/events'
import { clockTime } from './clock-time'
import type { ContextField, MomentProps, StepLine } from './moment'
import { commandOf } from './state-paths'

/** What it remembered after the turn, what that changed of it, and what it asked for beside. */
export const ContextPanel = ({ moment, isNow, language, zone, now }: MomentProps) => {
  const words = statechart[language]
  const { snap } = moment
  const look = { language, zone, now }
  const id = isNow ? 'now-context' : 'past-context'
  if (!snap) return <section id={id} hidden />
  const changed = snap.fields.filter((field) => 'before' in field)
  const same = snap.fields.filter((field) => !('before' in field))
  return (
    <section id={id} class="panel context-panel">
      <h2>{words.context}</h2>
      {moment.at > 1 && (
        <p class="panel-hint">{changed.length > 0 ? words.contextOnly : words.unchanged}</p>
      )}
      <dl>
        {changed.map((field) => (
          <Changed {...look} field={field} />
        ))}
        {same.map(({ name, value }) => (
          <div data-field={name}>
            <dt>{name}</dt>
            <dd>
              <Value {...look} name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>{words.step}</h3>
      {snap.steps.length === 0 ? (
        <p>{words.noStep}</p>
      ) : (
        <ul class="moment-steps">
          {snap.steps.map((step) => (
            <li>{stepSentence(step, look)}</li>
          ))}
        </ul>
      )}
      {snap.isEqual !== null && (
        <p class={`moment-equal ${snap.isEqual ? 'ok' : 'bad'}`}>
          {snap.isEqual ? words.equal : words.differs}
        </p>
      )}
      <p>
        {words.command} <code>{commandOf(moment)}</code>
      </p>
    </section>
  )
}

type ShownIn = { language: Language; zone: string; now: number }

const Changed = ({ field, language, ...look }: ShownIn & { field: ContextField }) => {
  const { name, value, before } = field
  return (
    <div class="changed" data-field={name}>
      <dt>{name}</dt>
      <dd>
        <del>
          <Value {...look} name={name} value={before} language={language} />
        </del>{' '}
        <span class="sr">{statechart[language].becomes}</span>
        <span aria-hidden="true">→</span>{' '}
        <ins>
          <Value {...look} name={name} value={value} language={language} />
        </ins>
      </dd>
    </div>
  )
}

/** What is called so holds an instant, ms UTC. */
const INSTANT = /(At|since|Since|Taken)$/

const Value = ({ name, value, ...look }: ShownIn & { name: string; value: unknown }) => {
  if (value === undefined || value === null || value === '') return <>–</>
  if (typeof value === 'number' && value > 0 && INSTANT.test(name))
    return <time datetime={new Date(value).toISOString()}>{clockTime(value, look.zone, look)}</time>
  return <>{typeof value === 'string' ? value : JSON.stringify(value)}</>
}

const stepSentence = (step: StepLine, { language, zone, now }: ShownIn): string => {
  const { steps } = statechart[language]
  switch (step.does) {
    case 'append':
      return steps.append(step.seq, step.body)
    case 'tell':
      return steps.tell(step.to, eventWord(step.event, language))
    case 'arm':
      return steps.arm(
        eventWord(step.delay, language),
        clockTime(step.dueAt, zone, { language, now }),
      )
    case 'stop':
      return steps.stop(eventWord(step.delay, language))
    case 'decide':
      return steps.decide
    default:
      return steps[step.does](step.what)
  }
}
