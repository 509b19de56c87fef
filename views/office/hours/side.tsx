import { Button } from '../../parts/button'
import { Field } from '../../parts/fields/field'
import { Icon } from '../../parts/icon'
import { comingTime, hours as hoursWords, laterTime, lengthText, shutText } from '../../words/hours'
import { hoursPaths } from '../hours'
import { Panel } from '../panel'
import type { HoursMoment, HoursProps } from './details'

/** Whether it is open now, until when, and what comes next: by the clocks of the hours themselves. */
export const NowPanel = ({ details, language, now }: HoursProps) => {
  const words = hoursWords[language]
  const { hours, isOpen, changes } = details
  const [next] = changes
  const when = (at: number) => comingTime(at, now, hours.zone, language)
  return (
    <section class="panel hours-now" data-open={isOpen ? '' : undefined} aria-labelledby="now">
      <h2 id="now">{isOpen ? words.isOpen : words.isShut}</h2>
      <p>
        {next
          ? `${words.until(when(next.at))} (${lengthText(next.at - now, language)})`
          : hours.use === 'always'
            ? words.always
            : words.noChange}
      </p>
      {changes.length > 0 && (
        <dl>
          {changes.map(({ at, opens, exception }) => (
            <div>
              <dt>{opens ? words.opens : words.closes}</dt>
              <dd>
                <time datetime={new Date(at).toISOString()}>{when(at)}</time>
                {exception !== null && <small> {words.byException(exception)}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** What would hold at another time. */
export const TryPanel = ({ details, language }: HoursProps) => {
  const words = hoursWords[language]
  const typed = details.tried?.typed
  return (
    <Panel id="try" title={words.try}>
      <form method="get" action={hoursPaths.page(details.of)} class="stack">
        <div class="pair">
          <Field name="day" label={words.tryDay}>
            <input id="field-day" name="day" type="date" value={typed?.day} required />
          </Field>
          <Field name="time" label={words.tryTime}>
            <input id="field-time" name="time" type="time" value={typed?.time} required />
          </Field>
        </div>
        <div class="actions">
          <Button>{words.tryDo}</Button>
        </div>
      </form>
      {details.tried && <Told tried={details.tried} zone={details.hours.zone} {...{ language }} />}
    </Panel>
  )
}

type Told = Pick<HoursProps, 'language'> & { tried: HoursMoment; zone: string }

const Told = ({ tried, zone, language }: Told) => {
  const words = hoursWords[language]
  if (tried.at === null)
    return (
      <p class="hours-told" role="status">
        {words.noTime}
      </p>
    )
  const { at, isOpen, until, exception, shifts } = tried
  const then = until === null ? null : laterTime(until, at, zone, language)
  return (
    <div class="hours-told" role="status">
      <Icon name={isOpen ? 'check' : 'lock'} />
      <p>
        <strong>{isOpen ? words.openThenAlways : words.shutThenAlways}</strong>
        {then !== null && ` ${words.until(then)}`}
        {exception !== null && <small> {words.byException(exception)}</small>}
        {shifts && <small> {words.shifts}</small>}
      </p>
    </div>
  )
}

/** What visitors read while it is shut, in both languages. */
export const VisitorsPanel = ({ details, language }: HoursProps) => {
  const words = hoursWords[language]
  const { closed, hours } = details
  if (!closed) return null
  return (
    <Panel id="visitors" title={words.visitorsRead}>
      {(['en', 'zh'] as const).map((of) => (
        <blockquote lang={of === 'zh' ? 'zh-CN' : 'en'}>
          {shutText(closed, closed.from, hours.zone, of)}
        </blockquote>
      ))}
    </Panel>
  )
}
