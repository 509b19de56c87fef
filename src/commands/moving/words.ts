import type { CannedReply } from '../../../actors/canned/reply'
import { folded } from '../../../actors/canned/search'
import type { LineOf } from '../../../actors/moving/line'
import { isProblem } from '../../../actors/problem'
import { tagKeyOf } from '../../../actors/tag'
import { networkIn } from '../../policies/networks'
import { commandLine } from '../audit'
import { keepOut } from '../blocks/keep-out'
import { cannedForm, contentOf, holderOf } from '../canned/form'
import { read } from '../input/read'
import { tagForm } from '../tags/form'
import { plain } from '../tags/write'
import { whyOf } from './departments'
import { erasedAmong } from './hidden'
import type { Numbered, Outcome } from './moved'
import { idFor, originsOf } from './refs'
import type { Taking } from './taking'

/** A tag of the list. */
export const takeTag = async (
  { store, desk }: Taking,
  { line }: Numbered<LineOf<'tag'>>,
): Promise<Outcome> => {
  const { name, color, description } = line
  const form = read(tagForm, { name, color, description })
  if (isProblem(form)) return whyOf(form)
  const key = tagKeyOf(form.name)
  // A key may be longer than an id: what brought it in is known by what makes it short.
  const id = idFor(line.source, 'tag', Bun.hash(key).toString(36))
  const known = (await store.tags.all()).some((tag) => tag.key === key)
  if (!desk) return { id, ...(known ? { was: 'known' as const } : {}) }
  if (!known) {
    const tag = { ...plain(key), ...form, version: desk.clock.id() }
    await store.tags.put([{ tag, before: null }])
  }
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id, ...(known ? { was: 'known' as const } : {}) }
}

/** A canned reply; of two with one code the one that is here stays. */
export const takeCanned = async (
  taking: Taking,
  { line }: Numbered<LineOf<'canned'>>,
): Promise<Outcome> => {
  const { store, desk, refs } = taking
  const { source, scope, code, title, folder, body, bodies } = line
  if (body.trim() === '') return { why: 'textMissing', field: 'body' }
  const owner = line.owner === null ? undefined : await refs.one(source, 'person', line.owner)
  if (scope === 'mine' && owner === undefined)
    return { why: { reason: 'accountUnknown', values: {} }, field: 'owner' }
  const departments = [...(await refs.look(source, 'department', line.departments)).values()]
  if (scope === 'department' && departments.length === 0)
    return { why: 'departmentMissing', field: 'departments' }
  const other = Object.fromEntries(
    Object.entries(bodies).map(([language, words]) => [`body.${language}`, words]),
  )
  const form = read(cannedForm, { ...{ code, title, folder, body, scope, departments }, ...other })
  if (isProblem(form)) return whyOf(form)
  const id = idFor(source, 'canned', line.source_id)
  if (await store.canned.find(id)) return { id, was: 'known' }
  const content = contentOf(form)
  const holder = holderOf(scope, owner ?? '')
  const key = folded(content.code)
  const taken = (await store.canned.of([holder])).some((one) => folded(one.code) === key)
  if (taken) return { why: 'codeTaken', field: 'code' }
  if (!desk) return { id }
  const rest = { id, holder, uses: line.uses, version: desk.clock.id() }
  const reply: CannedReply = { ...content, ...rest }
  if ((await store.canned.create(reply, key)) === 'taken')
    return { why: 'codeTaken', field: 'code' }
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id }
}

/** Who is kept out. */
export const takeBlock = async (
  { store, desk, refs, now }: Taking,
  { line }: Numbered<LineOf<'block'>>,
): Promise<Outcome> => {
  const { source, scope, reason, until } = line
  const visitor = scope === 'visitor' ? await refs.one(source, 'visitor', line.value) : null
  if (visitor === undefined) return { why: 'visitorMissing', field: 'value' }
  if (visitor !== null && (await erasedAmong(store, [visitor])).size > 0)
    return { why: 'visitorErased', field: 'value' }
  const id = idFor(source, 'block', line.source_id)
  const value = visitor ?? line.value
  if (visitor === null && networkIn(value) === undefined) return { why: 'notValid', field: 'value' }
  if (!desk) return { id }
  const lasts = until === null ? null : Math.max(0, until - now())
  const by = {
    ...commandLine,
    name: line.by_name,
    kind: 'staff',
    role: '',
    departments: [],
  } as const
  const whom = { scope, value, visitor, conversation: null, reason }
  if (!(await store.blocks.find(id))) await keepOut(desk, by, whom, lasts, id)
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id }
}
