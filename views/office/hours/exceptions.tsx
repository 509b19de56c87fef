import { Button } from '../../parts/button'
import { describedBy, Field, TextField } from '../../parts/fields/field'
import { Chip } from '../../parts/marks'
import { sentenceFor } from '../../words'
import { hours as hoursWords } from '../../words/hours'
import type { Language } from '../../words/language'
import { YesNo } from '../form-fields'
import { hoursPaths } from '../hours'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import type { HoursDetails, HoursProps } from './details'

type Exception = HoursDetails['hours']['exceptions'][number]

/** Days that are not as the week has them, and the form of another. */
export const Exceptions = ({ details, refused, language }: HoursProps) => {
  const words = hoursWords[language]
  const { exceptions } = details.hours
  return (
    <Panel id="exceptions" title={words.exceptions} hint={words.exceptionsHint}>
      <FormRefused refused={refused} form="removal" language={language} />
      {exceptions.length === 0 ? (
        <p>{words.noExceptions}</p>
      ) : (
        <section
          class="office-table hours-exceptions"
          tabindex={0}
          aria-label={words.exceptionsList}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{words.exceptionColumns.days}</th>
                <th scope="col">{words.exceptionColumns.name}</th>
                <th scope="col">{words.exceptionColumns.open}</th>
                <th scope="col">{words.exceptionColumns.repeats}</th>
                <th scope="col">
                  <span class="sr">{words.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {exceptions.map((one) => (
                <Row exception={one} details={details} language={language} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Add details={details} refused={refused} language={language} />
    </Panel>
  )
}

const Row = ({ exception, details, language }: Of & { exception: Exception }) => {
  const words = hoursWords[language]
  const { from, to, name, open, yearly, calendar } = exception
  return (
    <tr>
      <td>{daysText(exception, language)}</td>
      <td>
        <bdi>{name}</bdi>
        {calendar && <small> {words.fromCalendar(calendar)}</small>}
      </td>
      <td>
        {open ? open.replaceAll('-', '–').replaceAll(' ', ', ') : <Chip>{words.shutAllDay}</Chip>}
      </td>
      <td>{yearly ? words.yearly : words.once}</td>
      <td class="figure">
        <form method="post" action={hoursPaths.removal(details.of)}>
          <input type="hidden" name="version" value={details.version} />
          <input type="hidden" name="was" value={JSON.stringify([from, to, name, calendar])} />
          <Button tone="quiet">
            {words.remove}
            <span class="sr"> {`${daysText(exception, language)} ${name}`}</span>
          </Button>
        </form>
      </td>
    </tr>
  )
}

type Of = { details: HoursDetails; language: Language }

/** `24 Dec 2026`, or from when to when; of what comes every year without the year. */
const daysText = ({ from, to, yearly }: Exception, language: Language): string => {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    ...({ day: 'numeric', month: 'short', timeZone: 'UTC' } as const),
    ...(yearly ? {} : ({ year: 'numeric', weekday: 'short' } as const)),
  })
  const [first, last] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)]
  return from === to ? format.format(first) : format.formatRange(first, last)
}

const Add = ({ details, refused, language }: Of & Pick<HoursProps, 'refused'>) => {
  const words = hoursWords[language]
  const again = refused?.form === 'exception' ? refused : undefined
  const of = (name: string) => ({
    name,
    value: again?.typed[name] ?? '',
    problem: again?.problem.field === name ? sentenceFor(again.problem, language) : undefined,
    autofocus: again?.problem.field === name,
    autocomplete: 'off',
  })
  return (
    <details class="hours-add" open={again !== undefined}>
      <summary class="button">{words.addDay}</summary>
      <form method="post" action={hoursPaths.exceptions(details.of)} class="stack">
        <FormRefused refused={refused} form="exception" language={language} />
        <input type="hidden" name="version" value={details.version} />
        <div class="pair">
          <DateField {...of('from')} label={words.firstDay} required />
          <DateField {...of('to')} label={words.lastDay} hint={words.lastDayHint} />
        </div>
        <TextField {...of('name')} label={words.name} hint={words.nameHint} />
        <div class="pair">
          <TextField {...of('open')} label={words.openThen} hint={words.openThenHint} />
          <YesNo
            name="yearly"
            label={words.repeats}
            language={language}
            value={again?.typed.yearly ?? 'no'}
          />
        </div>
        <div class="actions">
          <Button>{words.addDo}</Button>
        </div>
      </form>
    </details>
  )
}

type Dated = {
  name: string
  label: string
  hint?: string
  value: string
  problem: string | undefined
  autofocus: boolean
  required?: boolean
}

/** A day of the calendar. */
const DateField = ({ value, required, autofocus, ...field }: Dated) => (
  <Field {...field}>
    <input
      id={`field-${field.name}`}
      name={field.name}
      type="date"
      value={value}
      required={required}
      autofocus={autofocus}
      aria-invalid={field.problem ? 'true' : undefined}
      aria-describedby={describedBy(field)}
    />
  </Field>
)

/** Takes the days of a calendar over. */
export const Calendar = ({ details, refused, language }: HoursProps) => {
  const words = hoursWords[language]
  const again = refused?.form === 'calendar' ? refused : undefined
  const file = {
    name: 'calendar',
    problem: again?.problem.field === 'calendar' ? sentenceFor(again.problem, language) : undefined,
  }
  return (
    <Panel id="calendar" title={words.calendar} hint={words.calendarHint}>
      <form
        method="post"
        action={hoursPaths.calendar(details.of)}
        enctype="multipart/form-data"
        class="stack"
      >
        <FormRefused refused={refused} form="calendar" language={language} />
        <input type="hidden" name="version" value={details.version} />
        <Field {...file} label={words.calendarFile}>
          <input
            id="field-calendar"
            name="calendar"
            type="file"
            accept=".ics,text/calendar"
            required
            autofocus={file.problem !== undefined}
            aria-invalid={file.problem ? 'true' : undefined}
            aria-describedby={describedBy(file)}
          />
        </Field>
        <TextField
          name="name"
          id="calendar-name"
          label={words.calendarName}
          autocomplete="off"
          value={again?.typed.name}
        />
        <div class="actions">
          <Button>{words.importDo}</Button>
        </div>
      </form>
    </Panel>
  )
}
