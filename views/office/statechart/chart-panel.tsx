import { statechart } from '../../words/statechart'
import { StateChart, whereOf } from './chart'
import { stateWord } from './measure'
import type { MomentProps } from './moment'
import { RefusalLines } from './refusal'
import { commandOf } from './state-paths'

/** The chart, and in words what it shows. */
export const ChartPanel = ({ moment, isNow, language }: MomentProps) => {
  const words = statechart[language]
  const { kind, snap } = moment
  return (
    <section id={isNow ? 'now-chart' : 'past-chart'} class="panel chart-panel">
      <h2 class="sr">{words.chart}</h2>
      <ul class="chart-legend" aria-hidden="true">
        {(['now', 'been', 'not', 'last'] as const).map((mark) => (
          <li class={mark}>{words.legend[mark]}</li>
        ))}
      </ul>
      {snap ? (
        <>
          <p class="chart-where">
            {words.is}{' '}
            <strong data-is={JSON.stringify(snap.state)}>
              {whereOf(kind, snap.walked.now)
                .map((id) => stateWord(kind, id, language))
                .join(' · ')}
            </strong>
          </p>
          <RefusalLines moment={moment} language={language} />
          <section class="chart-room" tabindex={0} aria-label={words.chart}>
            <StateChart kind={kind} walked={snap.walked} language={language} />
          </section>
        </>
      ) : (
        <Nothing moment={moment} language={language} />
      )}
    </section>
  )
}

/** Why nothing can be shown of this moment, and what shows it. */
export const Nothing = ({ moment, language }: Pick<MomentProps, 'moment' | 'language'>) => {
  const words = statechart[language]
  const { damagedAt } = moment
  return (
    <>
      <p role="alert">{damagedAt === null ? words.tooLong : words.damaged(damagedAt)}</p>
      <p>
        {words.command} <code>{commandOf(moment)}</code>
      </p>
    </>
  )
}
