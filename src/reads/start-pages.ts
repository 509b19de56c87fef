import { addressOf } from '../../actors/address'
import { isDeepEqual } from '../../actors/equal'
import type { Fact } from '../../actors/facts'
import type { StartChoice } from '../../views/chat/start-choice'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'

type Needed = Pick<Reads, 'bus' | 'clock' | 'log' | 'departments' | 'outlooks'>

/** All start pages show the same. */
const ALL = 'all'

/** How often lines are read at most that change all the time on a busy desk, ms. */
const LINES_REST_MS = 5_000

const DEPARTMENTS = addressOf('department', '')

/** Where nobody is there no wait is told. */
const nothing = { ahead: 0, estimate: null }

/** What a visitor can choose from now, and what they would have before them. */
export const readChoices = async ({
  departments,
  outlooks,
}: Pick<Needed, 'departments' | 'outlooks'>): Promise<StartChoice[]> =>
  Promise.all(
    (await departments.choices()).map(async (choice) => ({
      ...choice,
      ...(choice.staffed ? await outlooks.of(choice.id) : nothing),
    })),
  )

/**
 * What the start pages show that are open on this node, read once for all of them: at once when
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
  watch(page: { moved(): void }): () => void {
    this.join(ALL, page)
    return () => this.leave(ALL, page)
  }

  /** Waits until it has been read. Throws why it could not be. */
  async choices(): Promise<readonly StartChoice[]> {
    // What is known is as new as it is to be: the next read of moving lines may be seconds away.
    if (this.before(ALL) === undefined) await this.ready([ALL])
    return this.value(ALL)
  }

  override close(): void {
    super.close()
    this.unsubscribe()
  }

  protected override async read() {
    const at = this.needed.clock.ticks()
    if (this.linesMoved && at - this.linesReadAt >= LINES_REST_MS) {
      this.linesMoved = false
      this.linesReadAt = at
      this.needed.outlooks.invalidate()
    }
    const choices = await readChoices(this.needed)
    // It was too early for them, or they have moved meanwhile.
    if (this.linesMoved) this.ask(ALL, LINES_REST_MS)
    const before = this.before(ALL)
    return new Map([[ALL, before && isDeepEqual(before, choices) ? before : choices]])
  }

  private hear({ topic, what }: Fact): void {
    if (!topic.startsWith(DEPARTMENTS)) return
    if (what === 'floor' || what === 'state') this.ask(ALL)
    if (what !== 'line') return
    this.linesMoved = true
    this.ask(ALL, LINES_REST_MS)
  }
}
