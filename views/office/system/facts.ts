import { sizeText } from '../../words/files'
import type { SystemWords } from '../../words/system'
import type { SystemProps } from './view'

/** One line of what is known: a name, and a value or a moment; `beside` is said in small. */
export type Fact = { name: string } & ({ value: string } | { at: number }) & { beside?: string }

type FactList = (props: SystemProps, words: SystemWords) => readonly Fact[]

/** What each part tells, in its order. */
export const factsOf: Readonly<Record<keyof SystemWords['parts'], FactList>> = {
  program: ({ view: { program } }, { facts }) => [
    { name: facts.version, value: program.version, beside: program.runtime },
    { name: facts.schema, value: program.schema },
    { name: facts.startedAt, at: program.startedAt },
    { name: facts.address, value: program.address },
  ],
  node: ({ view: { node } }, { facts, took }) => [
    { name: facts.memory, value: sizeText(node.rssBytes) },
    { name: facts.heap, value: sizeText(node.heapBytes) },
    { name: facts.loop, value: took(node.loop.meanMs, node.loop.worstMs) },
    { name: facts.feeds, value: took(node.feeds.meanMs, node.feeds.worstMs) },
  ],
  store: ({ view: { store } }, { facts, kinds }) => [
    { name: facts.store, value: kinds[store.kind], beside: store.version },
    ...(store.bytes > 0 ? [{ name: facts.bytes, value: sizeText(store.bytes) }] : []),
    ...(store.bytes > 0 ? [{ name: facts.wal, value: sizeText(store.walBytes) }] : []),
    { name: facts.free, value: sizeText(store.freeBytes) },
  ],
  live: ({ view: { bus, nodes, connections, conversations } }, { facts, buses }) => [
    { name: facts.bus, value: buses[bus] },
    ...(nodes.length > 1 ? [{ name: facts.nodes, value: String(nodes.length) }] : []),
    { name: facts.visitors, value: String(connections.visitors) },
    { name: facts.colleagues, value: String(connections.colleagues) },
    { name: facts.waiting, value: String(conversations.waiting + conversations.offered) },
    { name: facts.active, value: String(conversations.active) },
    { name: facts.left, value: String(conversations.left) },
  ],
  workers: ({ view: { workers }, now }, { facts, backlog, behind }) => [
    { name: facts.post, value: backlog(workers.post.count, late(workers.post.since, now)) },
    { name: facts.seal, value: backlog(workers.seal, 0) },
    { name: facts.search, value: behind(workers.search) },
    { name: facts.parked, value: String(workers.parked) },
    { name: facts.setAside, value: String(workers.setAside) },
  ],
  mail: ({ view: { mail }, now }, { facts, backlog, yes, outbox }) => [
    { name: facts.sends, value: mail.sends ? yes : outbox },
    { name: facts.letters, value: backlog(mail.count, late(mail.since, now)) },
    { name: facts.dead, value: String(mail.dead) },
  ],
  backups: ({ view: { backups } }, { facts, none, every, seconds }) => {
    const { made, folder, everyMs, keep } = backups
    const size = made && `${sizeText(made.bytes)}, ${seconds(made.tookMs)}`
    return [
      made && size !== null
        ? { name: facts.backup, at: made.at, beside: size }
        : { name: facts.backup, value: none },
      ...(made ? [{ name: facts.file, value: made.file }] : []),
      { name: facts.schedule, value: folder === null ? none : every(everyMs, keep) },
      ...(folder === null ? [] : [{ name: facts.folder, value: folder }]),
    ]
  },
}

/** For how many seconds the first of something has waited. */
const late = (since: number | null, now: number): number =>
  since === null ? 0 : Math.max(0, Math.round((now - since) / 1000))
