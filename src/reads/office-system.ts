import type { SystemState, SystemView } from '../../views/office/system/view'
import type { Bus } from '../bus/bus'
import { type Clock, systemClock } from '../clock'
import { backupsOf } from '../commands/backups/made'
import type { Config } from '../config'
import { freeBytes } from '../disk/room'
import type { Store } from '../store/store'
import type { Took } from '../vitals/last-minute'
import type { Vitals } from '../vitals/vitals'
import { warningsOf } from './system/warnings'

/** The newest conversations that the search is looked at for. */
const SEARCHED = 64

export type SystemParts = {
  store: Store
  bus: Pick<Bus, 'state'>
  clock: Pick<Clock, 'now'>
  parked: () => number
  vitals: Vitals
  config: Pick<Config, 'backups' | 'dataDir' | 'mail' | 'baseUrl' | 'baseUrlGiven'>
  counts: () => { all: number; visitors: number }
}

/** How the desk feels, with what is not as it should be. */
export const readSystem = async (parts: SystemParts): Promise<SystemView> => {
  const state = await readState(parts)
  return { ...state, warnings: warningsOf(state, parts.clock.now()) }
}

const readState = async (parts: SystemParts): Promise<SystemState> => {
  const { store, bus, clock, parked, vitals, config, counts } = parts
  const now = clock.now()
  const [health, open, post, letters, seal, setAside, found, beats, backups] = await Promise.all([
    store.health(),
    store.vitals.open(),
    store.vitals.mailDue(now),
    store.vitals.letters(now),
    store.audit.countUnsealed(),
    store.mail.setAsideCount(),
    store.search.behind(null, SEARCHED),
    store.nodes.beats(),
    backupsOf(store),
  ])
  const { dialect, version, schema, bytes, walBytes } = health
  const { all, visitors } = counts()
  const { folder, everyMs, keep } = config.backups
  return {
    program: programOf(vitals, schema, config),
    node: nodeOf(vitals),
    store: {
      ...{ kind: dialect === 'sqlite' ? 'file' : 'server', version, bytes, walBytes },
      freeBytes: freeBytes(config.dataDir),
      // The desk itself goes by the clock of the database it shares.
      aheadMs: store.shared ? health.now - systemClock.now() : 0,
    },
    bus: bus.state(),
    nodes: beats.map(({ node, beatAt }) => ({ node, silentMs: Math.max(0, now - beatAt) })),
    connections: { visitors, colleagues: all - visitors },
    conversations: { waiting: 0, offered: 0, active: 0, left: 0, ...open },
    mail: { ...letters, sends: config.mail !== undefined },
    workers: { post, seal, search: found.behind.length, parked: parked(), setAside },
    backups: { folder: folder ?? null, everyMs, keep, ...backups },
  }
}

const programOf = (
  { version, startedAt }: Vitals,
  schema: string,
  { baseUrl, baseUrlGiven }: SystemParts['config'],
): SystemState['program'] => ({
  ...{ version, runtime: `Bun ${Bun.version}`, schema, startedAt },
  ...{ address: baseUrl, isAddressGiven: baseUrlGiven },
})

const nodeOf = (vitals: Vitals): SystemState['node'] => {
  const { rss, heapUsed } = process.memoryUsage()
  return {
    ...{ rssBytes: rss, heapBytes: heapUsed },
    ...{ loop: rounded(vitals.loop()), feeds: rounded(vitals.feeds.get()) },
  }
}

const rounded = ({ meanMs, worstMs }: Took) => ({
  meanMs: Math.round(meanMs * 10) / 10,
  worstMs: Math.round(worstMs),
})
