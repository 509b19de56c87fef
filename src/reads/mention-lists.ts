import { addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Fact } from '../../actors/facts'
import type { Staff } from '../../actors/people'
import type { Calls } from '../../views/workbench/inbox/lists'
import type { MentionedReader } from '../store/ports/mentions'
import { departmentsOf } from './department-names'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log'>

/** More conversations are not counted in which somebody is called and has not seen it. */
const MOST_UNSEEN = 100
/** How often it is read at most where somebody is called, and where that may be so, ms. */
const CALLED_REST_MS = 50
const MAYBE_REST_MS = 1_000

/** As whom somebody is called by name: where they see it. */
export const mentionedReader = async (
  desk: Pick<Reads, 'departments'>,
  staff: Staff,
): Promise<MentionedReader> => ({ agent: staff.id, departments: await departmentsOf(desk, staff) })

/** Conversations in which they are called and have not seen it, with when: newest call first. */
export const readMentions = async (
  { store }: Pick<Reads, 'store'>,
  reader: MentionedReader,
): Promise<Calls> => {
  const unseen = await store.mentions.unseen(reader, MOST_UNSEEN)
  return new Map(unseen.map(({ conversation, at }) => [conversation, at]))
}

/** The same of all who look at their lists on this node, each read once for all their pages. */
export class MentionLists extends SharedReads<Calls> {
  private readonly needed: Needed
  private readonly unsubscribe: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll((fact) => this.hear(fact))
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override async read(keys: readonly string[]) {
    const lists = keys.map(async (key) => {
      const found = await readMentions(this.needed, readerIn(key))
      const before = this.before(key)
      return [key, before && isDeepEqual([...before], [...found]) ? before : found] as const
    })
    return new Map(await Promise.all(lists))
  }

  private hear({ topic, what, conversation }: Fact): void {
    if (what !== 'mentioned' && what !== 'row' && what !== 'line' && what !== 'closed') return
    for (const key of this.keys()) {
      if (what !== 'mentioned') {
        // Who sees it may be others by now.
        const isKnown = conversation !== undefined && this.before(key)?.has(conversation)
        if (isKnown) this.ask(key, MAYBE_REST_MS)
      } else if (topic === addressOf('agent', readerIn(key).agent)) this.ask(key, CALLED_REST_MS)
      else if (topic.startsWith(CONVERSATIONS)) this.ask(key, MAYBE_REST_MS)
    }
  }
}

const CONVERSATIONS = addressOf('conversation', '')

export const mentionsKey = (reader: MentionedReader): string => JSON.stringify(reader)
const readerIn = (key: string): MentionedReader => JSON.parse(key)
