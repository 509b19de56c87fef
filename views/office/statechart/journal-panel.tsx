import { Button, LinkButton } from '../../parts/button'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { statechart } from '../../words/statechart'
import { eventWord } from '../../words/statechart/events'
import { clockTime } from './clock-time'
import type { JournalLine, Moment, MomentProps } from './moment'
import { statePaths } from './state-paths'

/** From here on a silence is told, ms. */
const QUIET_MS = 10 * 60_000

/** Which moment it is, a slider to choose another one, and the journal around it. */
export const JournalPanel = (props: MomentProps) => {
  const { moment, isNow, language, zone, now } = props
  const words = statechart[language]
  const { at, of, line, journal } = moment
  return (
    <section id={isNow ? 'now-journal' : 'past-journal'} class="panel journal-panel">
      <div class="journal-head">
        <Steps moment={moment} language={language} />
        <p class="journal-where">
          <strong>{words.of(at, of)}</strong>{' '}
          {line && (
            <>
              <EventName line={line} language={language} />{' '}
              <small>{clockTime(line.at, zone, { language, now })}</small>
            </>
          )}{' '}
          <small>{isNow ? words.isNow : words.isPast}</small>
        </p>
        {!isNow && (
          <LinkButton href={statePaths.page(moment.kind, moment.id)}>{words.follow}</LinkButton>
        )}
      </div>
      <Slider moment={moment} language={language} />
      <details open={journal.length <= FEW}>
        <summary>
          {words.journal}{' '}
          {journal.length < of && (
            <small>
              {words.journalAround(journal.at(0)?.version ?? 0, journal.at(-1)?.version ?? 0)}
            </small>
          )}
        </summary>
        <Lines {...props} />
      </details>
    </section>
  )
}
const FEW = 12

const Steps = ({ moment, language }: Pick<MomentProps, 'moment' | 'language'>) => {
  const words = statechart[language]
  const { kind, id, at, of } = moment
  const to = (version: number) =>
    version === of ? statePaths.page(kind, id) : statePaths.at(kind, id, version)
  const steps = [
    { name: words.first, sign: '⇤', version: 1, isThere: at > 1 },
    { name: words.previous, sign: '←', version: at - 1, isThere: at > 1 },
    { name: words.next, sign: '→', version: at + 1, isThere: at < of },
    { name: words.newest, sign: '⇥', version: of, isThere: at < of },
  ]
  return (
    <nav class="journal-steps" aria-label={words.slider}>
      {steps.map(({ name, sign, version, isThere }) => (
        <>
          {isThere ? (
            <a class="button plain" href={to(version)} title={name}>
              <span aria-hidden="true">{sign}</span> <span class="sr">{name}</span>
            </a>
          ) : (
            <span class="off" aria-hidden="true">
              {sign}
            </span>
          )}{' '}
        </>
      ))}
    </nav>
  )
}

/** Moves with the page where scripts run; without them a form, with a button. */
const Slider = ({ moment, language }: { moment: Moment; language: Language }) => {
  const words = statechart[language]
  const { kind, id, at, of, journal } = moment
  const action = statePaths.page(kind, id)
  const isWhole = journal.length === of
  return (
    <form method="get" action={action} class="journal-slider">
      <div class="journal-track">
        {isWhole && <Dots journal={journal} of={of} at={at} />}
        <input
          id="moment-at"
          type="range"
          name="at"
          min={1}
          max={of}
          value={at}
          aria-label={words.slider}
          aria-valuetext={words.of(at, of)}
        />
      </div>
      <Button>{words.go}</Button>
    </form>
  )
}

/** One for each turn, where the slider has it; a line where there was a long silence before. */
const Dots = ({ journal, of, at }: { journal: readonly JournalLine[]; of: number; at: number }) => {
  const placeOf = (version: number) => `${(100 * (version - 1)) / Math.max(1, of - 1)}%`
  return (
    <svg class="journal-dots" aria-hidden="true">
      {journal.map(({ version, by, rejected }) => (
        <circle
          class={`${by}${rejected ? ' rejected' : ''}${version > at ? ' later' : ''}`}
          cx={placeOf(version)}
          cy="50%"
          r={of > 60 ? 3 : 4.5}
        />
      ))}
    </svg>
  )
}

const Lines = ({ moment, language, zone, now }: MomentProps) => {
  const words = statechart[language]
  const { kind, id, at, journal } = moment
  return (
    <ol class="journal-lines" start={journal[0]?.version ?? 1}>
      {journal.map((line, nth) => {
        const quietMs = line.at - (journal[nth - 1]?.at ?? line.at)
        return (
          <>
            {quietMs >= QUIET_MS && (
              <li class="quiet">{words.quiet(wordsIn(language).times.duration(quietMs))}</li>
            )}
            <li>
              <a
                href={statePaths.at(kind, id, line.version)}
                aria-current={line.version === at ? 'true' : undefined}
                data-version={line.version}
              >
                <span class={`dot ${line.by}`} aria-hidden="true" />
                <span class="journal-version">{line.version}</span>{' '}
                <EventName line={line} language={language} />{' '}
                <small>{clockTime(line.at, zone, { language, now })}</small>
              </a>
            </li>
          </>
        )
      })}
    </ol>
  )
}

const EventName = ({ line, language }: { line: JournalLine; language: Language }) => {
  const words = statechart[language]
  return (
    <>
      <b>{line.event === null ? words.damagedEvent : eventWord(line.event, language)}</b>{' '}
      <small>
        {words.by[line.by]}
        {line.name && (
          <>
            {' '}
            <bdi>{line.name}</bdi>
          </>
        )}
      </small>
      {line.rejected && <em> {words.rejected}</em>}
    </>
  )
}
