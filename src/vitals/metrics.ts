import { Counter, Gauge, Registry } from 'prom-client'
import type { SystemView } from '../../views/office/system/view'
import type { LastMinute } from './last-minute'
import type { Vitals } from './vitals'

type Measure = (view: SystemView, now: number) => Readonly<Record<string, number>> | number

/** Gauges by name: what each is, the label that tells its values apart, and how it is read. */
const gauges: readonly [name: string, help: string, measure: Measure, label?: string][] = [
  [
    'bellhop_live_pages',
    'Live pages that are open on this node',
    ({ connections: { visitors, colleagues } }) => ({ visitor: visitors, colleague: colleagues }),
    'of',
  ],
  [
    'bellhop_conversations',
    'Open conversations of the desk, by where they stand',
    ({ conversations }) => conversations,
    'state',
  ],
  [
    'bellhop_queue_length',
    'Conversations that wait for an agent, offered ones among them',
    ({ conversations: { waiting, offered } }) => waiting + offered,
  ],
  [
    'bellhop_event_loop_lag_seconds',
    'How late timers were in the last minute',
    ({ node: { loop } }) => ({ mean: loop.meanMs / 1000, worst: loop.worstMs / 1000 }),
    'of',
  ],
  [
    'bellhop_feed_lag_seconds',
    'How long live pages waited in the last minute after something rang, until they were served',
    ({ node: { feeds } }) => ({ mean: feeds.meanMs / 1000, worst: feeds.worstMs / 1000 }),
    'of',
  ],
  ['process_resident_memory_bytes', 'Memory', ({ node }) => node.rssBytes],
  ['process_heap_bytes', 'Memory in use by scripts', ({ node }) => node.heapBytes],
  [
    'process_start_time_seconds',
    'When this process began',
    ({ program }) => program.startedAt / 1000,
  ],
  ['bellhop_store_bytes', 'File of the database; 0 with a server', ({ store }) => store.bytes],
  [
    'bellhop_store_wal_bytes',
    'Log of the database that is not folded in; 0 with a server',
    ({ store }) => store.walBytes,
  ],
  ['bellhop_disk_free_bytes', 'Room on the disk of the data', ({ store }) => store.freeBytes],
  ['bellhop_bus_up', 'Whether other nodes are reached', ({ bus }) => (bus === 'down' ? 0 : 1)],
  ['bellhop_nodes', 'Nodes that said they live', ({ nodes }) => nodes.length],
  ['bellhop_events_due', 'Events that were not delivered', ({ workers }) => workers.post.count],
  [
    'bellhop_events_late_seconds',
    'How long the first of them has waited',
    ({ workers: { post } }, now) => secondsSince(post.since, now),
  ],
  ['bellhop_audit_unsealed', 'Records of the audit without a seal', ({ workers }) => workers.seal],
  [
    'bellhop_actors_set_aside',
    'What cannot go on, and events that were set aside',
    ({ workers: { parked, setAside } }) => ({ actor: parked, event: setAside }),
    'of',
  ],
  [
    'bellhop_letters',
    'Mail (e-mail) that is to be sent, and that was not delivered',
    ({ mail: { count, dead } }) => ({ due: count, dead }),
    'state',
  ],
  [
    'bellhop_letters_late_seconds',
    'How long the first that is due has waited',
    ({ mail: { since } }, now) => secondsSince(since, now),
  ],
  [
    'bellhop_backup_time_seconds',
    'When the newest backup was made; 0 for none',
    ({ backups: { made } }) => (made?.at ?? 0) / 1000,
  ],
  [
    'bellhop_warnings',
    'What is not as it should be, as the office shows it',
    ({ warnings }) => ({
      bad: warnings.filter(({ mark }) => mark === 'bad').length,
      fair: warnings.filter(({ mark }) => mark === 'fair').length,
    }),
    'mark',
  ],
]

const secondsSince = (since: number | null, now: number): number =>
  since === null ? 0 : Math.max(0, now - since) / 1000

/** Text that Prometheus reads (0.0.4), of figures alone: no name and no word that anybody wrote. */
export const metricsText = async (
  view: SystemView,
  vitals: Vitals,
  now: number,
): Promise<{ type: string; text: string }> => {
  const registry = new Registry()
  const registers = [registry]
  const { version, runtime } = view.program
  const info = { name: 'bellhop_info', help: 'What runs here', registers }
  const labels = { version, runtime, store: view.store.kind }
  new Gauge({ ...info, labelNames: Object.keys(labels) }).set(labels, 1)
  for (const [name, help, measure, label] of gauges) {
    const gauge = new Gauge({ name, help, registers, labelNames: label ? [label] : [] })
    const value = measure(view, now)
    if (typeof value === 'number') gauge.set(value)
    else for (const [of, one] of Object.entries(value)) gauge.set({ [label ?? 'of']: of }, one)
  }
  const requests = new Counter({
    ...{ name: 'bellhop_requests_total', help: 'Requests that were answered, by status' },
    ...{ registers, labelNames: ['status'] },
  })
  for (const [of, count] of vitals.answers.entries())
    if (of > 0) requests.inc({ status: `${of}xx` }, count)
  count(registers, 'bellhop_feed_serves_total', 'How often live pages were served', vitals.feeds)
  return { type: registry.contentType, text: await registry.metrics() }
}

const count = (registers: Registry[], name: string, help: string, { total }: LastMinute) =>
  new Counter({ name, help, registers }).inc(total.count)
