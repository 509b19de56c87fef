import type { Fact } from '../../actors/facts'
import { Swap } from '../../views/live'
import { languageOf } from '../../views/words/language'
import { ColleagueTypes, Peek } from '../../views/workbench/room/colleagues'
import type { Clock } from '../clock'
import { type Frame, frameOf } from '../live/pipe'
import type { Reader } from '../reads/entries'

/** How long what a visitor has typed is shown when nothing more of it comes, ms. */
const PEEK_MS = 30_000

/** What the keys of others do at a conversation that an agent has open: colleagues', and its visitor's. */
export class Company {
  private readonly me: string
  private readonly reader: Reader
  private readonly clock: Pick<Clock, 'ticks'>
  private typing: Fact | null = null
  private isTypingShown = false
  private sneakPeek: { name: string; text: string } | null = null
  private peekedAt = 0
  private isPeekShown = false

  constructor(me: string, reader: Reader, clock: Pick<Clock, 'ticks'>) {
    this.me = me
    this.reader = reader
    this.clock = clock
  }

  /** Whether it is about keys that this shows, or about the agent's own, which nobody shows them. */
  hear(fact: Fact): boolean {
    if (fact.what === 'sneakPeek') {
      this.sneakPeek = { name: fact.name ?? '', text: fact.text ?? '' }
      this.peekedAt = this.clock.ticks()
      return true
    }
    const isKeys = fact.what === 'typing' || fact.what === 'paused'
    if (!isKeys || fact.by !== 'agent') return false
    if (fact.agent !== this.me) this.typing = fact
    return true
  }

  /** Whether something that is shown is over, though nothing says so. */
  isOver(): boolean {
    if (!this.isPeekShown || this.clock.ticks() - this.peekedAt < PEEK_MS) return false
    this.sneakPeek = { name: '', text: '' }
    return true
  }

  /** What the page does not show yet. */
  news(): Frame[] {
    return [...this.typingNews(), ...this.peekNews()]
  }

  private typingNews(): Frame[] {
    const fact = this.typing
    this.typing = null
    if (fact === null || (fact.what === 'paused' && !this.isTypingShown)) return []
    this.isTypingShown = fact.what === 'typing'
    const who = { name: fact.name ?? '', inside: fact.inside === true }
    return [
      frameOf(
        <Swap id="colleague-types" fresh>
          <ColleagueTypes
            language={languageOf(this.reader.language)}
            who={fact.what === 'typing' ? who : null}
          />
        </Swap>,
      ),
    ]
  }

  private peekNews(): Frame[] {
    const { sneakPeek } = this
    this.sneakPeek = null
    if (sneakPeek === null || (sneakPeek.text === '' && !this.isPeekShown)) return []
    this.isPeekShown = sneakPeek.text !== ''
    return [
      frameOf(
        <Swap id="peek">
          <Peek language={languageOf(this.reader.language)} {...sneakPeek} />
        </Swap>,
      ),
    ]
  }
}
