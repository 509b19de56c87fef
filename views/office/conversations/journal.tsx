import { nameOf } from '../../../actors/chart/event-name'
import { Chip } from '../../parts/marks'
import { exactTime } from '../../words'
import { conversations } from '../../words/conversations'
import { punctuation } from '../../words/punctuation'
import { statechart } from '../../words/statechart'
import { eventWord } from '../../words/statechart/events'
import type { OfficeContext } from '../context'
import { Panel } from '../panel'

/** One turn: what it was about, and who did it where somebody did. */
export type TurnLine = {
  version: number
  at: number
  /** The kind of its event; empty where that cannot be read. */
  type: string
  who: string
  rejected: boolean
}

type Journal = OfficeContext & { turns: readonly TurnLine[]; isAll: boolean }

/** Every turn of a conversation, in words. */
export const JournalPanel = ({ turns, isAll, language, now, zone }: Journal) => {
  const words = conversations[language]
  const hint = isAll ? words.journalHint : words.earlierTurns(turns.length)
  return (
    <Panel id="journal" title={words.journal} hint={hint}>
      <ol class="office-journal">
        {turns.map(({ version, at, type, who, rejected }) => (
          <li id={`turn-${version}`}>
            <time datetime={new Date(at).toISOString()}>{exactTime(at, now, zone, language)}</time>{' '}
            <span class="office-event">
              {type === '' ? statechart[language].damagedEvent : eventWord(nameOf(type), language)}
            </span>
            {who && (
              <>
                {punctuation[language].between}
                <bdi>{who}</bdi>
              </>
            )}
            {rejected && <Chip tone="warn">{words.refused}</Chip>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
