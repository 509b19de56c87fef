import copy from 'lucide-static/icons/copy.svg' with { type: 'text' }
import plus from 'lucide-static/icons/plus.svg' with { type: 'text' }
import type { Typed } from '../../../actors/typed-settings'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { SelectField } from '../../parts/fields/select-field'
import { drawn } from '../../parts/icon'
import { sentenceFor, wordsIn } from '../../words'
import { hours as hoursWords, weekdayName } from '../../words/hours'
import { hoursPaths } from '../hours'
import { FormRefused } from '../refused'
import { clockOf, DayBar } from './bar'
import type { HoursProps, WeekRow } from './details'

/** Stretches of a day that have fields of their own; further ones are typed as text. */
const PAIRS = 2

/** The week as a form: a switch, a bar and the times of each day. */
export const Week = (props: HoursProps) => {
  const { details, language, refused } = props
  const words = hoursWords[language]
  const again = refused?.form === 'week' ? refused : undefined
  return (
    <section class="panel hours-week" aria-labelledby="week">
      <h2 id="week">{words.week}</h2>
      <p class="panel-hint">{words.weekHint}</p>
      <form method="post" action={hoursPaths.week(details.of)} class="stack">
        <FormRefused refused={refused} form="week" language={language} />
        <input type="hidden" name="version" value={details.version} />
        <Clocks details={details} language={language} again={again} />
        {/* Enter saves, and copies nothing. */}
        <button type="submit" class="sr" tabindex={-1}>
          {wordsIn(language).office.save}
        </button>
        {details.name !== null && <p class="hours-idle">{words.idle}</p>}
        <div class="hours-days">
          {details.week.map((row, nth) => (
            <DayRow {...props} row={row} nth={nth} typed={again?.typed} />
          ))}
        </div>
        <div class="actions">
          <Button tone="primary">{wordsIn(language).office.save}</Button>
        </div>
      </form>
    </section>
  )
}

type Clocks = Pick<HoursProps, 'details' | 'language'> & { again: HoursProps['refused'] }

/** Which hours hold, and by whose clock. */
const Clocks = ({ details, language, again }: Clocks) => {
  const words = hoursWords[language]
  const isStale = again?.problem.reason === 'changedMeanwhile'
  const saysOf = (field: 'use' | 'zone') => {
    const saved = details.hours[field]
    const shown = field === 'use' ? words.uses[details.hours.use] : saved
    if (isStale) return (again?.typed[field] ?? saved) === saved ? undefined : words.savedNow(shown)
    return again?.problem.field === field ? sentenceFor(again.problem, language) : undefined
  }
  const uses = (['always', 'own', 'desk'] as const).filter(
    (use) => details.name !== null || use !== 'desk',
  )
  return (
    <div class="hours-head">
      {details.name !== null && (
        <SelectField
          name="use"
          label={words.useLabel}
          hint={words.useHint}
          value={again?.typed.use ?? details.hours.use}
          problem={saysOf('use')}
          options={uses.map((value) => ({ value, label: words.uses[value] }))}
        />
      )}
      <TextField
        name="zone"
        label={words.zone}
        hint={words.zoneHint}
        required
        autocomplete="off"
        value={again?.typed.zone ?? details.hours.zone}
        problem={saysOf('zone')}
        autofocus={again?.problem.field === 'zone'}
      />
    </div>
  )
}

type Day = HoursProps & { row: WeekRow; nth: number; typed: Typed | undefined }

const DayRow = ({ details, row, nth, typed, language, refused }: Day) => {
  const words = hoursWords[language]
  const { day, intervals, runsOver } = row
  const name = weekdayName(nth, language)
  const isOn = typed ? typed[`${day}_on`] === 'yes' : intervals.length > 0
  const isToday = details.today === nth
  const problem = problemOf({ details, row, typed, refused, language })
  return (
    <fieldset class="hours-day" data-today={isToday ? '' : undefined}>
      <legend class="sr">{name}</legend>
      <label class="hours-on" for={`${day}-on`}>
        <input id={`${day}-on`} type="checkbox" name={`${day}_on`} value="yes" checked={isOn} />
        <span>
          {name} {isToday && <small>{words.today}</small>}
        </span>
      </label>{' '}
      <DayBar
        intervals={intervals}
        runsOver={runsOver}
        now={isToday ? details.minute : null}
        words={words}
      />
      <DayTimes {...{ row, name, typed, refused, language }} />
      {problem && (
        <p class="field-problem" id={`${day}-problem`}>
          {problem}
        </p>
      )}
      {intervals.length === 0 && runsOver !== null && (
        <p class="hint">
          {words.runsOver(weekdayName((nth + 6) % 7, language), clockOf(runsOver))}
        </p>
      )}
    </fieldset>
  )
}

type DayTimes = Pick<Day, 'row' | 'typed' | 'refused' | 'language'> & { name: string }

/** From when to when: two stretches have fields, the second where it is used; further ones are text. */
const DayTimes = ({ row: { day, intervals }, name, typed, refused, language }: DayTimes) => {
  const words = hoursWords[language]
  const isSecondShown = intervals.length >= PAIRS || Boolean(typed?.[`${day}_from_2`])
  const further = typed?.[`${day}_more`] ?? furtherOf(intervals)
  const pair = (nth: 1 | 2) => (
    <Pair {...{ day, name, words, nth, typed, refused }} interval={intervals[nth - 1]} />
  )
  return (
    <div class="hours-times">
      {pair(1)}
      {isSecondShown && pair(2)}
      <details class="hours-more" open={further !== ''}>
        <summary title={words.add}>
          {drawn(plus)}
          <span class="sr">
            {words.add}: {name}
          </span>
        </summary>
        {!isSecondShown && pair(2)}
        <label class="hours-further" for={`${day}-more`}>
          <span>{words.more}</span>
          <input
            id={`${day}-more`}
            name={`${day}_more`}
            value={further}
            placeholder={words.moreHint}
            autocomplete="off"
          />
        </label>
      </details>
      <button type="submit" class="hours-act" name="copy" value={day} title={words.copy}>
        {drawn(copy)}
        <span class="sr">
          {words.copy}: {name}
        </span>
      </button>
    </div>
  )
}

const furtherOf = (intervals: WeekRow['intervals']): string =>
  intervals
    .slice(PAIRS)
    .map(({ from, to }) => `${clockOf(from)}-${clockOf(to)}`)
    .join(' ')

type Fault = Pick<Day, 'details' | 'row' | 'typed' | 'refused' | 'language'>

/** What is wrong with a day, or what somebody else has saved for it meanwhile. */
const problemOf = ({ details, row: { day }, typed, refused, language }: Fault) => {
  if (!typed || !refused) return undefined
  const { problem } = refused
  if (problem.reason !== 'changedMeanwhile')
    return problem.field?.startsWith(`${day}_`) || problem.field === day
      ? sentenceFor(problem, language)
      : undefined
  const words = hoursWords[language]
  const saved = details.hours.week[day]
  return typedDay(typed, day) === saved ? undefined : words.savedNow(saved || words.shutAllDay)
}

/** What was typed for a day, as it would be kept. */
const typedDay = (typed: Typed, day: string): string => {
  if (typed[`${day}_on`] !== 'yes') return ''
  const pairs = [1, 2].map((nth) => [typed[`${day}_from_${nth}`], typed[`${day}_to_${nth}`]])
  const all = [...pairs.map((pair) => pair.join('-')), typed[`${day}_more`] ?? '']
  return all.filter((one) => one !== '-' && one !== '').join(' ')
}

type PairProps = Pick<Day, 'typed' | 'refused'> & {
  day: string
  name: string
  nth: number
  interval: WeekRow['intervals'][number] | undefined
  words: (typeof hoursWords)['en']
}

/** From when to when. */
const Pair = ({ day, name, nth, interval, typed, refused, words }: PairProps) => {
  const field = (which: 'from' | 'to') => `${day}_${which}_${nth}`
  const input = (which: 'from' | 'to') => (
    <input
      name={field(which)}
      value={typed?.[field(which)] ?? (interval ? clockOf(interval[which]) : '')}
      placeholder="--:--"
      inputmode="numeric"
      autocomplete="off"
      aria-label={`${name}, ${words[which]} ${nth}`}
      autofocus={refused?.problem.field === field(which)}
      aria-invalid={refused?.problem.field === field(which) ? 'true' : undefined}
      aria-describedby={refused?.problem.field === field(which) ? `${day}-problem` : undefined}
    />
  )
  return (
    <span class="hours-pair">
      {input('from')} – {input('to')}
      {interval && interval.to > 1440 && <small>+1</small>}
    </span>
  )
}
