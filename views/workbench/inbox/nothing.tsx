import type { AgentStatus } from '../../../actors/summary'
import { Empty } from '../../parts/empty'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'
import type { List } from './lists'

type Nothing = { isNothing: boolean; list: List; status: AgentStatus; language: Language }

/** What stands in place of rows. Swapped live as `#nothing`. */
export const Nothing = ({ isNothing, ...props }: Nothing) => (
  <div id="nothing">{isNothing && <EmptyList {...props} />}</div>
)

const EmptyList = ({ list, status, language }: Omit<Nothing, 'isNothing'>) => {
  const words = wordsIn(language).workbench
  const { view, filter } = list
  if (!filter && view === 'mentions')
    return <Empty icon="atSign" title={words.mentions.empty} hint={words.mentions.emptyHint} />
  if (!filter && view === 'due')
    return <Empty icon="check" title={words.emptyDue} hint={words.emptyDueHint} />
  if (filter || view === 'team' || view === 'all')
    return <Empty icon="searchX" title={words.emptyFound} hint={words.emptyFoundHint} />
  if (view === 'snoozed')
    return <Empty icon="alarmClock" title={words.emptySnoozed} hint={words.emptySnoozedHint} />
  if (view === 'line')
    return <Empty icon="coffee" title={words.emptyLine} hint={words.emptyLineHint} />
  if (view === 'closed')
    return <Empty icon="inbox" title={words.emptyClosed} hint={words.emptyClosedHint} />
  const hint = status === 'ready' ? words.emptyMineReady : words.emptyMineOff
  return <Empty icon="conciergeBell" title={words.emptyMine} hint={hint} />
}
