import timer from 'lucide-static/icons/timer.svg' with { type: 'text' }
import type { ConversationRow } from '../../actors/summary'
import { drawn } from '../parts/icon'
import type { Language } from '../words/language'
import { sla as words } from '../words/sla'
import { stopwatch } from '../words/times'

type SlaProps = { row: Pick<ConversationRow, 'sla'>; now: number; language: Language }

/**
 * What is left of the time that ends first, which the browser counts down from `data-due`, ms; from
 * `data-soon`, ms, on it is amber.
 */
export const SlaChip = ({ row: { sla }, now, language }: SlaProps) => {
  if (!sla) return null
  const { dueAt, soonAt } = sla
  const kind = words[language].kinds[sla.kind]
  const left = dueAt === null ? sla.left : dueAt - now
  const isSoon = soonAt !== null && now >= soonAt
  const tone = left <= 0 ? 'bad' : isSoon ? 'warn' : 'plain'
  const says = words[language][dueAt === null ? 'stands' : left <= 0 ? 'late' : 'left'](kind)
  return (
    <>
      {' '}
      <span
        class={`chip ${tone} sla`}
        title={says}
        data-due={dueAt === null ? undefined : left}
        data-soon={soonAt === null ? undefined : soonAt - now}
      >
        {drawn(timer)}
        <span class="sr">{says} </span>
        <time datetime={dueAt === null ? undefined : new Date(dueAt).toISOString()}>
          {left <= -1000 ? `−${stopwatch(-left)}` : stopwatch(left)}
        </time>
      </span>
    </>
  )
}
