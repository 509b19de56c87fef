import { LOGO, type Logo, logoIn } from '../../actors/desk/logo'
import {
  type DeskGroup,
  deskGroupIn,
  deskGroupName,
  deskGroups,
  type DeskSettings as Settings,
} from '../../actors/desk/settings'
import { isListed, type Tag } from '../../actors/tag'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'

/** How often nodes that share a store look for what a lost ring would have told, ms. */
const LOOK_MS = 20_000

type Needed = { store: Store; bus: Bus; clock: Clock; log: Log }

/**
 * What holds for the whole desk, as this node knows it: every page asks, so it waits for nothing. It is
 * read at the start, when another node says so, and now and then.
 */
export class DeskSettings {
  private readonly desk: Needed
  private readonly stops: (() => void)[]
  private settings = readFrom(new Map())
  private kept: Logo | null = null
  private listed: readonly Tag[] = []
  private reads = 0
  private newestRead = 0

  constructor(desk: Needed) {
    this.desk = desk
    const { bus, clock, store } = desk
    const look = () => this.look()
    this.stops = [
      bus.subscribeAll(({ what }) => {
        if (what === 'settings') look()
      }),
      bus.onReconnect(look),
      ...(store.shared ? [clock.every(LOOK_MS, look)] : []),
    ]
  }

  of<G extends DeskGroup>(group: G): Settings[G] {
    return this.settings[group]
  }

  logo(): Logo | null {
    return this.kept
  }

  /** The tags that there are to choose from, by name: the same list while they are the same. */
  readonly tags = (): readonly Tag[] => this.listed

  /** Reads them again. Rejects when they cannot be read. */
  async load(): Promise<void> {
    const nth = ++this.reads
    const { accounts, tags } = this.desk.store
    const names = [LOGO, ...deskGroups.map(deskGroupName)]
    const [listed, ...stored] = await Promise.all([
      tags.all(),
      ...names.map(async (name) => [name, await accounts.setting(name)] as const),
    ])
    // An earlier read that took longer brings nothing back.
    if (nth < this.newestRead) return
    this.newestRead = nth
    const all = new Map(stored)
    this.settings = readFrom(all)
    this.kept = logoIn(all.get(LOGO))
    this.listed = listed.filter(isListed)
  }

  close(): void {
    for (const stop of this.stops) stop()
  }

  private look(): void {
    this.load().catch((problem) =>
      this.desk.log.warn('the settings of the desk could not be read', { problem }),
    )
  }
}

const readFrom = (stored: ReadonlyMap<string, string | undefined>): Settings =>
  Object.fromEntries(
    deskGroups.map((group) => [group, deskGroupIn(group, stored.get(deskGroupName(group)))]),
  ) as Settings
