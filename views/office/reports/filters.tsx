import { dayText } from '../../../actors/figures/calendar'
import { dimensions } from '../../../actors/figures/dimensions'
import { Button, LinkButton } from '../../parts/button'
import { SelectField } from '../../parts/fields/select-field'
import type { Language } from '../../words/language'
import { reportWords } from '../../words/reports'
import { reportPaths } from './paths'
import type { ShownReport } from './shown'

/** The stretches that a report can be told by, in this order. */
const stretches = ['hour', 'day', 'week', 'month'] as const
/** What is asked for mostly stands there at once; the others under one word. */
const often: readonly string[] = ['department', 'agent', 'tag']

type Filters = { shown: ShownReport; language: Language }

/** What a report is narrowed by: a form that is sent by GET, so its address says all. */
export const ReportFilters = ({ shown, language }: Filters) => {
  const words = reportWords[language]
  const { ask, report } = shown
  const others = dimensions.filter((one) => !often.includes(one))
  return (
    <search class="office-filters report-filters">
      <form method="get" action={reportPaths.of(ask.name)}>
        <Day name="from" label={words.from} value={dayText(ask.from)} />
        <Day name="to" label={words.to} value={dayText(ask.until)} />
        {report.rows === 'time' && (
          <SelectField
            name="by"
            id="filter-by"
            label={words.by}
            value={ask.by}
            options={stretches.map((value) => ({ value, label: words.stretches[value] }))}
          />
        )}
        {often.map((name) => (
          <Narrowed name={name} shown={shown} language={language} />
        ))}
        <div class="office-filters-acts">
          <Button>{words.show}</Button>
          {Object.keys(ask.only).length > 0 && (
            <LinkButton tone="quiet" href={reportPaths.of(ask.name)}>
              {words.showAll}
            </LinkButton>
          )}
        </div>
        <details
          class="report-more unfolds"
          open={others.some((one) => ask.only[one] !== undefined)}
        >
          <summary>{words.more}</summary>
          <div>
            {others.map((name) => (
              <Narrowed name={name} shown={shown} language={language} />
            ))}
          </div>
        </details>
      </form>
    </search>
  )
}

const Narrowed = ({ name, shown, language }: Filters & { name: string }) => {
  const words = reportWords[language]
  const value: string = Reflect.get(shown.ask.only, name) ?? ''
  const choices = shown.choices[name] ?? []
  const isThere = value === '' || choices.some((one) => one.value === value)
  return (
    <SelectField
      name={name}
      id={`filter-${name}`}
      label={Reflect.get(words.dimensions, name) ?? name}
      value={value}
      options={[
        { value: '', label: words.any },
        ...(isThere ? [] : [{ value, label: value }]),
        ...choices,
      ]}
    />
  )
}

const Day = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <div class="field">
    <label for={`field-filter-${name}`}>{label}</label>
    <input id={`field-filter-${name}`} type="date" name={name} value={value} />
  </div>
)
