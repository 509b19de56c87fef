import type { Macro } from '../../actors/canned/macro'
import type { CannedReply } from '../../actors/canned/reply'
import { type Entry, isForDesk, type SentFile } from '../../actors/entry'
import type { Turn } from '../../actors/turn'
import type { Store } from '../../src/store/store'

/** Shorter words stand on pages for many reasons. */
const LEAST_CHARS = 10
/** Those that were written last: more are looked for in no answer. */
const MOST = 400

/** What only colleagues may read, as it was stored: what it is, by its words. */
const secrets = new Map<string, string>()
/** What was said in the open: who knows such words has not read them in what is for colleagues. */
const said = new Set<string>()

const keep = (what: string, words: string | null | undefined) => {
  if (!words || [...words].length < LEAST_CHARS || said.has(words)) return
  secrets.delete(words)
  secrets.set(words, what)
  const [oldest] = secrets.keys()
  if (secrets.size > MOST && oldest !== undefined) secrets.delete(oldest)
  latest.push(...formsOf(words))
}

const sayOpenly = (words: string) => {
  said.add(words)
  for (const secret of secrets.keys()) if (words.includes(secret)) secrets.delete(secret)
}

const filesOf = ({ body }: Entry): readonly SentFile[] => ('files' in body && body.files) || []

const wordsOf = (entry: Entry): string[] => [
  entry.text,
  ...filesOf(entry).map(({ name }) => name),
  ...(entry.body.kind === 'notice' && 'macro' in entry.body.notice
    ? [entry.body.notice.macro]
    : []),
]

const fromTurn = ({ entries, summary }: Turn) => {
  for (const entry of entries)
    for (const words of wordsOf(entry))
      if (isForDesk(entry.body)) keep(`a ${entry.body.kind}`, words)
      else sayOpenly(words)
  if (summary?.of === 'conversation') for (const tag of summary.tags) keep('a tag', tag)
  if (summary?.of === 'agent') keep('why somebody is away', summary.awayFor)
}

const fromMacro = ({ name, acts }: Macro) => {
  keep('a macro', name)
  for (const { does, value } of acts) if (does !== 'say') keep(`what a macro does (${does})`, value)
}
const fromCanned = ({ title, folder }: CannedReply) => {
  keep('the title of a prepared reply', title)
  keep('a folder of prepared replies', folder)
}

/** The port as it is; what a call is given is looked at first. */
const watched = <P extends object>(
  port: P,
  looks: {
    [K in keyof P]?: P[K] extends (first: infer F, ...more: never[]) => unknown
      ? (first: F) => void
      : never
  },
): P => {
  const calls = Object.entries(looks).map(([name, look]) => {
    const call = Reflect.get(port, name) as (...given: unknown[]) => unknown
    return [
      name,
      (...given: unknown[]) => {
        ;(look as (first: unknown) => void)(given[0])
        return call.apply(port, given)
      },
    ]
  })
  return { ...port, ...Object.fromEntries(calls) }
}

/** The store as it is; what is written in it for colleagues is looked for in whatever others read. */
export const rememberSecrets = (store: Store): Store => ({
  ...store,
  turns: watched(store.turns, { commit: fromTurn }),
  macros: watched(store.macros, { create: fromMacro, change: fromMacro }),
  canned: watched(store.canned, { create: fromCanned, change: fromCanned }),
  blocks: watched(store.blocks, { add: ({ reason }) => keep('why somebody is kept out', reason) }),
  views: watched(store.views, { keep: ({ name }) => keep('a list of their own', name) }),
  tags: watched(store.tags, {
    put: (writes) => {
      for (const { tag } of writes) {
        keep('a tag of the list', tag.name)
        keep('what a tag is for', tag.description)
      }
    },
  }),
  drafts: watched(store.drafts, { keep: ({ text }) => keep('a draft', text) }),
  scheduled: watched(store.scheduled, {
    add: ({ text }) => keep('what goes later', text),
    change: ({ text }) => keep('what goes later', text),
  }),
})

/** The longest words that are looked for: a stream is searched with so much of what came before. */
export const LONGEST_CHARS = 200

/** Forms that are not in the pattern yet, and how many there may be: to make it anew takes long. */
let latest: string[] = []
const LATEST = 100
let pattern = /$^/

/** Whether anything at all may stand in a text: one look for hundreds of words, as most have none. */
const mayStandIn = (text: string): boolean => {
  if (latest.length > LATEST) {
    latest = []
    pattern = new RegExp([...secrets.keys()].flatMap(formsOf).map(RegExp.escape).join('|'))
  }
  return pattern.test(text) || latest.some((form) => text.includes(form))
}

/** What of all that stands in something that was brought, as a page or as data writes it. */
export const secretsIn = (text: string): string[] =>
  mayStandIn(text)
    ? [...secrets].flatMap(([words, what]) =>
        formsOf(words).some((form) => text.includes(form)) ? [`${what}: ${words}`] : [],
      )
    : []

const formsOf = (words: string): string[] => {
  const start = words.slice(0, LONGEST_CHARS)
  return [...new Set([start, Bun.escapeHTML(start), JSON.stringify(start).slice(1, -1)])]
}
