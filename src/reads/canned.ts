import { bodyIn, type CannedReply, DESK, isUsableBy } from '../../actors/canned/reply'
import { searchCanned } from '../../actors/canned/search'
import { valuesOf } from '../../actors/canned/values'
import type { Staff } from '../../actors/people'
import { type ConversationRow, isActive } from '../../actors/summary'
import { filledPieces, filledText } from '../../actors/text/template'
import type { CannedPanelProps } from '../../views/workbench/canned/panel'
import type { Store } from '../store/store'

/** How many are shown at once: who wants another one writes more of it. */
const SHOWN = 50

/** Those that somebody may put into a message. */
export const usableCanned = async (
  { canned }: Pick<Store, 'canned'>,
  person: Staff,
): Promise<CannedReply[]> =>
  (await canned.of([person.id, DESK])).filter((reply) => isUsableBy(reply, person))

/** What is known in a conversation for the places of prepared words, and in which language it is held. */
export const occasionOf = async (store: Store, person: Staff, row: ConversationRow) => {
  const [visitor, departments] = await Promise.all([
    store.visitors.find(row.visitor),
    store.departments.all(),
  ])
  const department = departments.find(({ id }) => id === row.department)?.name ?? ''
  return {
    language: visitor?.language ?? '',
    values: valuesOf({
      conversation: row,
      email: visitor?.email ?? '',
      agent: person.name,
      department,
    }),
  }
}
type Occasion = Awaited<ReturnType<typeof occasionOf>>

/** Without a conversation nothing is known of anybody but who writes. */
const nowhere = (person: Staff, language: string): Occasion => ({
  language,
  values: { 'agent.name': person.name },
})

/** What a question finds, with its words as they would be written in a conversation. */
export const readCanned = async (
  store: Store,
  person: Staff,
  { q, row, language }: { q: string; row: ConversationRow | null; language: string },
): Promise<Pick<CannedPanelProps, 'choices' | 'all' | 'q' | 'conversation'>> => {
  const [usable, occasion] = await Promise.all([
    usableCanned(store, person),
    row ? occasionOf(store, person, row) : nowhere(person, language),
  ])
  const choices = searchCanned(usable, q)
    .slice(0, SHOWN)
    .map((reply) => {
      const { id, code, title, folder, scope, uses } = reply
      const body = bodyIn(reply, occasion.language)
      const text = filledText(body, occasion.values)
      return {
        id,
        code,
        title,
        folder,
        scope,
        uses,
        text,
        pieces: filledPieces(body, occasion.values),
      }
    })
  return { choices, all: usable.length, q, conversation: row?.id ?? null }
}

/** The words of one as they would be written in a conversation; undefined where it is not to be had. */
export const cannedDraft = async (
  store: Store,
  person: Staff,
  row: ConversationRow,
  id: string,
): Promise<string | undefined> => {
  const reply = await store.canned.find(id)
  if (!reply || !isUsableBy(reply, person)) return undefined
  const { language, values } = await occasionOf(store, person, row)
  return filledText(bodyIn(reply, language), values)
}

/** Departments to choose from. */
export const departmentChoices = async ({ departments }: Pick<Store, 'departments'>) =>
  (await departments.all()).filter(isActive).map(({ id, name }) => ({ id, name }))

/** The replies of a holder that a question finds, for a page that lists them. */
export const readCannedList = async (store: Store, holder: string, q: string) => {
  const [all, departments] = await Promise.all([
    store.canned.of([holder]),
    departmentChoices(store),
  ])
  return { replies: searchCanned(all, q), all: all.length, q, departments }
}
