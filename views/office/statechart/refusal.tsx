import type { Language } from '../../words/language'
import { punctuation } from '../../words/punctuation'
import { statechart } from '../../words/statechart'
import { eventWord } from '../../words/statechart/events'
import { labelOfState } from './measure'
import type { Moment } from './moment'

/** Why nothing came of what happened. */
export const RefusalLines = ({ moment, language }: { moment: Moment; language: Language }) => {
  const words = statechart[language]
  const { kind, snap, line } = moment
  if (!snap?.refusal || !line?.event) return null
  const { asked, elsewhere } = snap.refusal
  const event = eventWord(line.event, language)
  const named = (state: string) =>
    state === '' ? words.anywhere : labelOfState(kind, state, language)
  return (
    <div class="chart-refused">
      <h3>{words.refused}</h3>
      {asked.length === 0 && <p>{words.nobodyAsked(event)}</p>}
      {asked.map(({ state, guards }) => (
        <p>
          {guards.length === 0
            ? words.askedPlainly(event, named(state))
            : words.asked(event, named(state), guards.join(words.or))}
        </p>
      ))}
      {elsewhere.length > 0 && (
        <p>{words.elsewhere(elsewhere.map(named).join(punctuation[language].list))}</p>
      )}
    </div>
  )
}
