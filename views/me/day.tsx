import type { Day } from '../../actors/agent/day'
import { Panel } from '../office/panel'
import type { Language } from '../words/language'
import { me as meWords } from '../words/me'

/** Figures of a day, and how each is counted. */
export const DayFigures = ({ language, day }: { language: Language; day: Day }) => {
  const words = meWords[language]
  const figures = {
    taken: day.taken,
    ended: day.ended,
    messages: day.messages,
    firstAnswer:
      day.firstAnswerMs === null
        ? words.none
        : words.seconds(Math.max(1, Math.round(day.firstAnswerMs / 1000))),
    rating: day.rating === null ? words.none : words.stars(day.rating.toFixed(1), day.ratings),
  }
  return (
    <Panel id="today" title={words.today} hint={words.todayHint}>
      <dl class="figures">
        {(Object.keys(figures) as (keyof typeof figures)[]).map((name) => (
          <div data-figure={name}>
            <dt>{words.figures[name]}</dt>
            <dd>{figures[name]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
