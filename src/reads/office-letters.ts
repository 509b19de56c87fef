import {
  type LetterKind,
  type LetterStage,
  letterKinds,
  letterStages,
  stageOf,
} from '../../actors/letter'
import type { LetterLine } from '../../views/office/letters'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { Letter } from '../store/ports/letters'
import type { Store } from '../store/store'
import { pageOf } from './lists/in-memory'

/** What was mailed and is to be, newest first unless the oldest are wanted first. */
export const readLetters = async (
  store: Store,
  { q, filters, times, descending, until }: ListAsk,
  limit: number,
): Promise<ListRows<LetterLine>> => {
  const stage = letterStages.find((one): one is LetterStage => one === filters.stage)
  const kind = letterKinds.find((one): one is LetterKind => one === filters.kind)
  const rows = await store.letters.page(
    {
      ...(stage ? { stage } : {}),
      ...(kind ? { kind } : {}),
      ...(q ? { address: q.toLowerCase() } : {}),
      ...(times.from === undefined ? {} : { since: times.from }),
      ...(times.to === undefined ? {} : { before: times.to }),
      oldestFirst: !descending,
      after: until && { at: Number(until.by), id: until.id },
    },
    limit + 1,
  )
  return pageOf(rows.map(lineOf), limit, ({ at }) => at)
}

const lineOf = (letter: Letter): LetterLine => {
  const { id, at, kind, address, subject, tries, problem, state, dueAt } = letter
  const next = state === 'due' && tries > 0 ? dueAt : null
  return { ...{ id, at, kind, to: address, subject, tries, problem, next }, stage: stageOf(letter) }
}
