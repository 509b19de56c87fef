import type { Child } from 'hono/jsx'
import type { AuditRow, KeptAct } from '../../actors/audit'
import type { BlockScope } from '../../actors/block'
import { audit } from '../words/audit'
import { blocks } from '../words/blocks'
import { doorWords } from '../words/factors'
import { exactTime } from '../words/index'
import type { Language } from '../words/language'
import { visitorName } from '../workbench/name'
import { Changes } from './audit-changes'
import type { OfficeContext } from './context'

/** Signs of a hash that are shown at either end: the whole of it is in the files. */
const HASH_ENDS = 4

type Words = (typeof audit)['en']
type Pairs = [label: string, value: Child][]

/** Of what an act tells: the words that it has a name for. */
const told = ({ detail, at }: AuditRow, words: Words, context: OfficeContext): Pairs => {
  const { visitor, holder, value, reason, until, scope, door, provider } = detail
  const { zone, language } = context
  const whom = blockedIn(detail, language)
  const pairs: [string, string | number | null | undefined][] = [
    [words.details.value, whom ?? value],
    [words.details.visitor, whom === undefined || scope !== 'visitor' ? visitor : null],
    [words.details.holder, holder],
    [words.details.scope, isScope(scope) ? blocks[language].scopes[scope] : scope],
    [words.details.reason, reasonOf(reason, words)],
    [words.details.door, doorWords(text(door), text(provider), language)],
    [words.details.until, typeof until === 'number' ? exactTime(until, at, zone, language) : null],
  ]
  return pairs.flatMap(
    ([label, of]): Pairs =>
      of === null || of === undefined || of === '' ? [] : [[label, <bdi>{String(of)}</bdi>]],
  )
}

const text = (told: Told): string | undefined => (typeof told === 'string' ? told : undefined)

const isScope = (scope: Told): scope is BlockScope =>
  typeof scope === 'string' && Object.hasOwn(blocks.en.scopes, scope)
type Told = AuditRow['detail'][string] | undefined

/** Whom a block keeps out, as people call it: a visitor by their name, else the address or the network. */
export const blockedIn = (
  { scope, value, visitor }: AuditRow['detail'],
  language: Language,
): string | undefined => {
  if (!isScope(scope) || typeof value !== 'string') return undefined
  const named = { visitor: value, visitorName: String(visitor ?? '') }
  return scope === 'visitor' ? visitorName(named, language) : value
}

/** Why, in the reader's words where it is one of the desk's own. */
export const reasonOf = (
  reason: string | number | null | undefined,
  { reasons }: Words,
): string | undefined => {
  if (reason === null || reason === undefined) return undefined
  const known = Object.hasOwn(reasons, reason)
  return known ? reasons[reason as keyof typeof reasons] : String(reason)
}

/** Which record it is, and by what it can be told that it is as it was written. */
const proof = ({ seq, browser, id, prev, hash, erased }: KeptAct, words: Words): Pairs => [
  ...((erased === null ? [] : [[words.erased, words.erasedWith]]) as Pairs),
  [words.record, seq === null ? words.notSealed : String(seq)],
  ...((browser ? [[words.device, <bdi>{browser}</bdi>]] : []) as Pairs),
  [words.id, <code>{id}</code>],
  ...((hash === null ? [] : [[words.hash, <Hash prev={prev} hash={hash} />]]) as Pairs),
]

const Hash = ({ prev, hash }: { prev: string | null; hash: string }) => (
  <>
    {prev && (
      <>
        <code title={prev}>{ends(prev)}</code>
        {' → '}
      </>
    )}
    <code title={hash}>{ends(hash)}</code>
  </>
)

const ends = (hash: string): string => `${hash.slice(0, HASH_ENDS)}…${hash.slice(-HASH_ENDS)}`

type Act = {
  row: KeptAct
  context: OfficeContext
  /** The same list, with nothing but what they did, or what was done to it. */
  ways: { actor: string; object: string }
}

/** All that is told of one act: what differs, whom it was about, and its place in the chain. */
export const AuditAct = ({ row, context, ways }: Act) => {
  const words = audit[context.language]
  return (
    <div class="audit-act">
      <div class="audit-told">
        <Changes detail={row.detail} object={row.object} language={context.language} />
        <PairList pairs={told(row, words, context)} />
      </div>
      <PairList pairs={proof(row, words)} />
      <p class="audit-ways">
        <a href={ways.actor}>{words.allBy}</a> <a href={ways.object}>{words.allOn}</a>
      </p>
    </div>
  )
}

const PairList = ({ pairs }: { pairs: Pairs }) =>
  pairs.length === 0 ? null : (
    <dl class="audit-pairs">
      {pairs.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
