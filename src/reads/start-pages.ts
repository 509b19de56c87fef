import { addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { StartChoice } from '../../views/chat/start-choice'
import type { Language } from '../../views/words/language'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'

type Needed = Pick<Reads, 'bus' | 'clock' | 'log' | 'departments' | 'outlooks'>

/** How often lines are read at most that change all the time on a busy desk, ms. */
const LINES_REST_MS = 5_000

const DEPARTMENTS = addressOf('department', '')

/** Where nobody is there no wait is told. */
const nothing = { ahead: 0, estimate: null }

/** What a visitor of a language can choose from now, and what they would have before them. */
export const readChoices = async (
  { departments, outlooks }: Pick<Needed, 'departments' | 'outlooks'>,
  language: string,
): Promise<StartChoice[]> =>
  Promise.all(
    (await departments.choices(language)).map(async (choice) => ({
      ...choice,
      ...(choice.staffed ? await outlooks.of(choice.id) : nothing),
    })),
  )

/**
 * What the start pages show that are open on this node, read once for all of a language: at once when
 * somebody comes on duty or goes, and now and then while lines move.
 */
export class StartPages extends SharedReads<readonly StartChoice[]> {
  private readonly needed: Needed
  private linesMoved = false
  private linesReadAt = 0
  private readonly unsubscribe: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    this.unsubscribe = desk.bus.subscribeAll((fact) => this.hear(fact))
  }

  /** Tells a page when it shows something else now, until the returned function is called. */
  watch(page: { moved(): void }, language: Language): () => void {
    this.join(language, page)
    return () => this.leave(language, page)
  }

  /** Waits until it has been read. Throws why it could not be. */
  async choices(language: Language): Promise<readonly StartChoice[]> {
    // What is known is as new as it is to be: the next read of moving lines may be seconds away.
    if (this.before(language) === undefined) await this.ready([language])
    return this.value(language)
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override async read(keys: readonly string[]) {
    const at = this.needed.clock.ticks()
    if (this.linesMoved && at - this.linesReadAt >= LINES_REST_MS) {
      this.linesMoved = false
      this.linesReadAt = at
      this.needed.outlooks.invalidate()
    }
    const read = async (key: string) =>
      [key, this.asBefore(key, await readChoices(this.needed, key))] as const
    const all = new Map(await Promise.all(keys.map(read)))
    // It was too early for them, or they have moved meanwhile.
    if (this.linesMoved) this.askAll(LINES_REST_MS)
    return all
  }

  private hear({ topic, what }: Fact): void {
    if (!topic.startsWith(DEPARTMENTS)) return
    if (what === 'floor' || what === 'state') this.askAll()
    if (what !== 'line') return
    this.linesMoved = true
    this.askAll(LINES_REST_MS)
  }

  private askAll(restMs?: number): void {
    for (const key of this.keys()) this.ask(key, restMs)
  }
}
