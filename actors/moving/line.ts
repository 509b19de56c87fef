import { z } from 'zod'
import { macroLimits } from '../canned/macro'
import { type Priority, priorities } from '../conversation/aspects/priorities'
import { tagLimits } from '../conversation/aspects/tags'
import type { Body, By } from '../entry'
import { limits } from '../limits'
import { codePoints } from '../text/visible'
import { profileLimits } from '../visitor/profile'
import { isBody } from './body'

/** What a desk calls itself as a source: its own ids are unique by themselves. */
export const OWN_SOURCE = 'bellhop'

const bytes = (most: number) => (text: string) => Buffer.byteLength(text) <= most
const upTo = (points: number) => z.string().refine((text) => codePoints(text) <= points)
const name = (points: number) => upTo(points).refine((text) => text.trim() !== '')
const time = z.int().min(0).max(8.64e15)
/** What something is called where it comes from. */
const ref = z.string().min(1).refine(bytes(limits.originId))

/** What every line says: what it is, where it comes from, and what it is called there. */
const of = <Kind extends string>(kind: Kind) => ({
  kind: z.literal(kind),
  source: z.string().min(1).refine(bytes(limits.origin)),
  source_id: ref,
  /** Where it came from before that. */
  origin: z
    .strictObject({ source: z.string().min(1).refine(bytes(limits.origin)), source_id: ref })
    .optional(),
})

const settings = z.record(z.string(), z.unknown())

/** Something that is set for a whole desk, as desks keep it. */
const settingLine = z.strictObject({ ...of('setting'), value: z.string() })

const departmentLine = z.strictObject({
  ...of('department'),
  name: name(limits.name),
  settings: settings.default({}),
  /** Nobody can choose it any more. */
  removed: z.boolean().default(false),
  is_default: z.boolean().default(false),
})

/** The department that has who would wait too long in another one. */
const overflowLine = z.strictObject({ ...of('overflow'), to: ref })

const personLine = z.strictObject({
  ...of('person'),
  email: upTo(limits.email),
  name: name(limits.name),
  role: z.string().min(1).max(limits.name),
  departments: z.array(ref).default([]),
  settings: settings.default({}),
  disabled: z.boolean().default(false),
})

const roleLine = z.strictObject({
  ...of('role'),
  name: z.string(),
  permissions: z.array(z.string()),
})

const tagLine = z.strictObject({
  ...of('tag'),
  name: z.string(),
  color: z.string().default('plain'),
  description: z.string().default(''),
})

const cannedLine = z.strictObject({
  ...of('canned'),
  code: z.string(),
  title: z.string().default(''),
  folder: z.string().default(''),
  body: z.string(),
  bodies: z.record(z.string(), z.string()).default({}),
  scope: z.enum(['mine', 'department', 'all']).default('all'),
  departments: z.array(ref).default([]),
  /** Whose own it is. */
  owner: ref.nullable().default(null),
  uses: z.int().min(0).default(0),
})

const macroLine = z.strictObject({
  ...of('macro'),
  name: name(macroLimits.name),
  departments: z.array(ref).default([]),
  acts: z
    .array(z.strictObject({ does: z.string().max(64), value: z.string().max(8_000) }))
    .max(macroLimits.acts),
})

/** What visitors read otherwise than it is built in. */
const textLine = z.strictObject({
  ...of('text'),
  language: z.string().max(24),
  word: z.string().max(200),
  forms: z.record(z.string(), z.string()),
})

const attribute = z.strictObject({
  type: z.enum(['text', 'number', 'yesNo', 'date']),
  value: upTo(profileLimits.value),
})

const visitorLine = z.strictObject({
  ...of('visitor'),
  name: upTo(limits.name).default(''),
  email: upTo(limits.email).default(''),
  language: upTo(35).default('en'),
  phone: upTo(profileLimits.phone).default(''),
  company: upTo(profileLimits.company).default(''),
  notes: upTo(profileLimits.notes).default(''),
  tags: z.array(name(profileLimits.tag)).max(profileLimits.tags).default([]),
  attributes: z
    .record(name(profileLimits.key), attribute)
    .refine((all) => Object.keys(all).length <= profileLimits.attributes)
    .default({}),
  from_site: z.record(z.string(), z.string()).default({}),
  pinned: z.boolean().default(false),
})

const entry = z.strictObject({
  /** 1, 2, 3 … without a gap. */
  seq: z.int().min(1),
  client_id: z.string().min(1).refine(bytes(limits.clientId)),
  by: z.enum(['visitor', 'agent', 'bot', 'desk'] satisfies By[]),
  /** Whose it is: a visitor or a person of the same source. */
  author: ref.nullable().default(null),
  name: upTo(limits.name).default(''),
  at: time,
  text: upTo(limits.text).refine(bytes(limits.textBytes)).default(''),
  body: z.custom<Body>(isBody).default({ kind: 'text' }),
  /** The `client_id` of the entry that it changes, and of the one that it answers. */
  changes: z.string().nullable().default(null),
  answers: z.string().nullable().default(null),
})

const conversationLine = z
  .strictObject({
    ...of('conversation'),
    visitor: ref,
    visitor_name: upTo(limits.name).default(''),
    department: ref,
    agent: ref.nullable().default(null),
    agent_name: upTo(limits.name).default(''),
    opened_at: time,
    /** Null while it goes on. */
    closed_at: time.nullable(),
    tags: z.array(name(tagLimits.length)).max(tagLimits.count).default([]),
    priority: z.enum(priorities as unknown as [Priority, ...Priority[]]).default('normal'),
    message_left: z.boolean().default(false),
    /** Where it goes on, whose it is too, and what came of splits and merges. */
    merged_into: ref.nullable().default(null),
    guests: z.array(ref).default([]),
    merges: z.array(z.looseObject({ from: ref, visitor: ref })).default([]),
    merge_count: z.int().min(0).default(0),
    branches: z.array(z.looseObject({ into: ref })).default([]),
    branched_from: z.strictObject({ conversation: ref, at: time }).nullable().default(null),
    entries: z.array(entry).min(1),
  })
  .refine(({ entries }) => isInOrder(entries), { path: ['entries'] })

const fileLine = z.strictObject({
  ...of('file'),
  /** Of the entry that it came with. */
  conversation: ref,
  client_id: z.string().min(1),
  name: upTo(limits.fileName),
  type: z.string().max(120),
  at: time,
  bytes: z.int().min(0),
})

/** A stretch of the bytes of a file, in base64: they come after its line, in order. */
const pieceLine = z.strictObject({
  kind: z.literal('piece'),
  source: z.string(),
  source_id: ref,
  data: z.base64(),
})

const blockLine = z.strictObject({
  ...of('block'),
  scope: z.enum(['visitor', 'address', 'network']),
  /** A visitor of the same source, an address or a network. */
  value: ref,
  reason: upTo(limits.comment).default(''),
  by_name: upTo(limits.name).default(''),
  at: time,
  until: time.nullable().default(null),
})

export const lineSchema = z.discriminatedUnion('kind', [
  ...([
    settingLine,
    departmentLine,
    overflowLine,
    roleLine,
    personLine,
    tagLine,
    cannedLine,
  ] as const),
  ...([macroLine, textLine] as const),
  ...([visitorLine, conversationLine, fileLine, blockLine] as const),
])
export { pieceLine }

/** A line as it is taken: with what it leaves out. */
export type Line = z.output<typeof lineSchema>
export type LineOf<Kind extends Line['kind']> = Extract<Line, { kind: Kind }>
export type PieceLine = z.output<typeof pieceLine>
/** A line as it is written. */
export type Written<Kind extends Line['kind']> = Extract<z.input<typeof lineSchema>, { kind: Kind }>
export type LineEntry = LineOf<'conversation'>['entries'][number]

/** Numbered without a gap, each under an id of its own, and changed by what comes later alone. */
const isInOrder = (entries: readonly z.output<typeof entry>[]): boolean => {
  const known = new Set<string>()
  return entries.every(({ seq, client_id: clientId, changes, at }, nth) => {
    const before = entries[nth - 1]
    const isNext = seq === nth + 1 && !known.has(clientId) && at >= (before?.at ?? 0)
    const isThere = changes === null || known.has(changes)
    known.add(clientId)
    return isNext && isThere
  })
}
